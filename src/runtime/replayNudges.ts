import type { Calendar } from '../core/activity/calendar.ts';
import type { Signal } from '../core/activity/signal.ts';
import type { Breakpoint } from '../core/focus/breakpointWatch.ts';
import { MomentWatch } from '../core/focus/momentWatch.ts';
import type { Surface } from '../core/nudges/ladder.ts';
import { seededChance } from '../core/nudges/learning/chance.ts';
import { parseQuietHours } from '../core/nudges/quietHours.ts';
import { raisedOf } from '../core/nudges/raise.ts';
import type { Evidence } from '../core/nudges/raised.ts';
import { simulate } from '../core/nudges/simulate.ts';
import type { Happening } from '../core/nudges/surroundings.ts';
import type { Transition } from '../core/rules/finding.ts';
import { filledIn } from '../core/rules/options.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';
import { GRID_MS } from '../core/rules/record/input.ts';
import { minutes, type Settings } from '../core/settings.ts';
import { nudgeRulesOf } from './nudgeRules.ts';

/** A nudge as it would have come, had nobody answered any. `at` in epoch milliseconds. */
export interface ReplayedNudge {
  readonly at: number;
  /** Its id. */
  readonly rule: string;
  readonly surface: Surface;
  readonly evidence: Evidence;
}

export interface NudgeReplay {
  /** In order of time, of all windows. */
  readonly signals: readonly Signal[];
  /** What the rules told of the record. */
  readonly transitions: readonly Transition[];
  readonly rules: readonly ReadyRule[];
  readonly settings: Settings;
  readonly calendar: Calendar;
  /** How far it is replayed. */
  readonly end: number;
}

/** The nudges that would have come, by the same decisions as in the editor. */
export function nudgesIn({
  signals,
  transitions,
  rules,
  settings,
  calendar,
  end,
}: NudgeReplay): ReplayedNudge[] {
  const raises = raisesIn(transitions, rules);
  if (raises.length === 0) return [];
  const moments = momentsIn(signals, minutes(settings['idle.after']));
  const last: Happening = { kind: 'look', at: end };
  const happenings = [...raises, ...moments].filter(({ at }) => at < end).sort((a, b) => a.at - b.at);
  const { nudges } = simulate([...happenings, last], {
    rules: nudgeRulesOf(settings),
    quietHours: parseQuietHours(settings['nudges.quietHours']),
    calendar,
    chanceOf: seededChance,
  });
  return nudges.map(({ decidedAt, rule, surface, evidence }) => ({ at: decidedAt, rule, surface, evidence }));
}

/** A finding is raised until it is known that its rule has let go. */
function raisesIn(transitions: readonly Transition[], rules: readonly ReadyRule[]): Happening[] {
  const byId = new Map(rules.map(ready => [ready.rule.id, ready]));
  return transitions.flatMap(({ rule: id, at, to, finding }): Happening[] => {
    const ready = byId.get(id);
    if (!ready || !finding) return [];
    if (to === 'firing') return [{ kind: 'raised', at, raised: raisedOf(finding, ready, item => item) }];
    const keepMs = filledIn(ready.rule.keepFiringFor ?? 0, ready.values);
    return to === 'resolved' ? [{ kind: 'resolved', at: at + keepMs + GRID_MS, rule: id }] : [];
  });
}

/** Breakpoints, and when nobody was there. */
function momentsIn(signals: readonly Signal[], idleAfterMs: number): Happening[] {
  const moments: Happening[] = [];
  const emit = ({ kind, at }: Breakpoint) => {
    // A return is the end of time away.
    if (kind !== 'returned' && kind !== 'sessionEnded')
      moments.push({ kind: 'breakpoint', at, breakpoint: kind });
  };
  const watch = new MomentWatch(() => idleAfterMs, emit);
  let seenAt = -Infinity;
  for (const signal of signals) {
    watch.take(signal);
    if (watch.carriedAt === seenAt) continue;
    if (seenAt !== -Infinity && watch.carriedAt - seenAt > idleAfterMs) {
      moments.push({ kind: 'away', at: seenAt + idleAfterMs + 1, phase: 'start' });
      moments.push({ kind: 'away', at: watch.carriedAt, phase: 'end' });
    }
    seenAt = watch.carriedAt;
  }
  watch.reach(Infinity);
  if (seenAt !== -Infinity) moments.push({ kind: 'away', at: seenAt + idleAfterMs + 1, phase: 'start' });
  return moments;
}
