import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import type { Plan } from '../../../../src/core/nudges/nudge.ts';
import { NO_PAST, remember, type Entry, type Past } from '../../../../src/core/nudges/past.ts';
import type { NudgeRules, Present } from '../../../../src/core/nudges/policy.ts';
import type { Evidence, Raised } from '../../../../src/core/nudges/raised.ts';
import type { NudgeAnswer } from '../../../../src/core/nudges/nudge.ts';
import { seededChance } from '../../../../src/core/nudges/learning/chance.ts';

/** 2026-11-23, a Monday, 09:00 in UTC. */
export const NINE = Date.UTC(2026, 10, 23, 9);
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const UTC = zoneCalendar('UTC');

export const RULE = 'switching/ping-pong';

export const EVIDENCE: Evidence = {
  measure: 'switches',
  unit: 'count',
  value: 11,
  threshold: 8,
  comparator: 'gte',
  percentile: null,
  window: { start: NINE - 20 * MINUTE, end: NINE },
  group: null,
};

/** Raised at nine, to be a toast. */
export function raised(overrides: Partial<Raised> = {}): Raised {
  return { rule: RULE, level: 'toast', since: NINE, cooldownMs: 0, evidence: EVIDENCE, ...overrides };
}

export const RULES: NudgeRules = { toastsPerDay: 2, maxDeferMs: 30 * MINUTE, isLearning: false };

const NOT_QUIET = { isQuiet: false, until: null, endedAt: -Infinity };

/** Nothing goes on at `now`. */
export function present(now: number, overrides: Partial<Present> = {}): Present {
  return {
    now,
    day: UTC.dayAt(now),
    isInFocus: false,
    focusEndedAt: -Infinity,
    quiet: NOT_QUIET,
    isAway: false,
    breakpoint: null,
    ...overrides,
  };
}

/** Right after a commit. */
export function atCommit(now: number, overrides: Partial<Present> = {}): Present {
  return present(now, { breakpoint: { kind: 'commit', at: now }, ...overrides });
}

export function plan(overrides: Partial<Plan> = {}): Plan {
  const id = overrides.id ?? 1;
  return {
    id,
    delivery: id,
    rule: RULE,
    since: NINE,
    level: 'toast',
    surface: 'toast',
    decidedAt: NINE,
    occasion: 'commit',
    isDigest: false,
    lowered: [],
    evidence: EVIDENCE,
    ...overrides,
  };
}

/** Entries of a nudge that was shown at once, and answered a minute later. */
export function shown(made: Plan, answer?: NudgeAnswer): Entry[] {
  const at = made.decidedAt;
  const { id } = made;
  return [
    { kind: 'decided', plan: made },
    { kind: 'nudge', at, id, event: { kind: 'claimed', window: 'w1' } },
    { kind: 'nudge', at, id, event: { kind: 'shown', window: 'w1' } },
    ...(answer ? [{ kind: 'nudge', at: at + MINUTE, id, event: answer } as const] : []),
  ];
}

export function past(...entries: readonly Entry[][]): Past {
  return entries.flat().reduce(remember, NO_PAST);
}

export const DISMISS: NudgeAnswer = { kind: 'dismissed', isLess: false };
export const LESS: NudgeAnswer = { kind: 'dismissed', isLess: true };

/** Findings of one rule, a day apart from nine on, each shown and dismissed. */
export function dismissedDaily(times: number): Entry[] {
  return Array.from({ length: times }, (_, day) => {
    const at = NINE + day * DAY;
    return shown(plan({ id: day + 1, since: at, decidedAt: at }), DISMISS);
  }).flat();
}

export const chanceOf = seededChance;
