import type { Interval } from '../activity/interval.ts';
import type { Breakpoint } from '../focus/breakpointWatch.ts';
import { lowered, type Surface } from './ladder.ts';
import type { Chance } from './learning/chance.ts';
import { beliefOf, triesOf, type LearntOccasion } from './learning/learnt.ts';
import { isWorthIt } from './learning/worth.ts';
import type { Lowered, Occasion } from './nudge.ts';
import { standingOf, toastsOn, type Past } from './past.ts';
import type { Quiet } from './quietHours.ts';
import type { Raised } from './raised.ts';
import type { Standing } from './standing.ts';

export interface NudgeRules {
  readonly toastsPerDay: number;
  /** So long a nudge waits for a breakpoint at most. */
  readonly maxDeferMs: number;
  readonly isLearning: boolean;
}

/** What goes on around the one who would be shown something. Epoch milliseconds; -Infinity: never. */
export interface Present {
  readonly now: number;
  /** The local day. */
  readonly day: Interval;
  /** A focus session is open, paused or not; a break is none. */
  readonly isInFocus: boolean;
  /** When the last focus session ended. */
  readonly focusEndedAt: number;
  readonly quiet: Quiet;
  /** Nobody has touched anything for longer than the idle rule takes for thinking. */
  readonly isAway: boolean;
  /** The last one. */
  readonly breakpoint: Breakpoint | null;
}

export type Verdict =
  /** See `Plan`. */
  | {
      readonly kind: 'show';
      readonly surface: Surface;
      readonly occasion: Occasion;
      readonly isDigest: boolean;
      readonly lowered: readonly Lowered[];
    }
  | {
      readonly kind: 'hold';
      readonly reason: HoldReason;
      /** When to look again if nothing happens before; null: something must happen. */
      readonly until: number | null;
    }
  | { readonly kind: 'drop'; readonly reason: DropReason };

/** `learning`: this breakpoint is none at which such nudges are taken. */
export type HoldReason = 'focus' | 'quiet' | 'away' | 'snoozed' | 'cooldown' | 'breakpoint' | 'learning';
/** `resolved`: what it was about is over, and was before there was a good moment. */
export type DropReason = 'off' | 'never' | 'resolved';

/** Chance for a draw; the same words, the same draw. */
export type ChanceOf = (...words: readonly (string | number)[]) => Chance;

/** A breakpoint is one for so long; then the next thing is under way. */
const BREAKPOINT_MS = 10_000;

/** It has been shown, or is about to be. */
export function isTold({ rule, since }: Raised, past: Past): boolean {
  const { pending, toldSince } = standingOf(past, rule);
  return pending !== null || since <= toldSince;
}

/** What becomes now of a finding that was not told yet. */
export function judge(
  raised: Raised,
  past: Past,
  present: Present,
  rules: NudgeRules,
  chanceOf: ChanceOf,
): Verdict {
  const { level, since } = raised;
  const standing = standingOf(past, raised.rule);
  if (level === 'off' || standing.isNever) return { kind: 'drop', reason: level === 'off' ? 'off' : 'never' };
  const wait = silence(present) ?? rest(raised, standing, present.now);
  if (wait) return wait;
  const isDigest = since < present.focusEndedAt;
  const surface = lowered(level, standing.demotedBy);
  const reasons: Lowered[] = surface === level ? [] : ['demoted'];
  if (surface === 'panel') return { kind: 'show', surface, occasion: 'atOnce', isDigest, lowered: reasons };

  const latest = latestFor(raised, standing, present) + rules.maxDeferMs;
  const occasion = occasionOf(present, latest);
  if (!occasion) return { kind: 'hold', reason: 'breakpoint', until: latest };
  if (rules.isLearning && !isWelcome(raised, occasion, past, present.now, chanceOf)) {
    // The last occasion is no more than a line in the panel, so that nothing is lost.
    return occasion.kind === 'late'
      ? { kind: 'show', surface: 'panel', occasion: 'late', isDigest, lowered: [...reasons, 'learning'] }
      : { kind: 'hold', reason: 'learning', until: latest };
  }
  const isSpent = surface === 'toast' && toastsOn(present.day, past) >= rules.toastsPerDay;
  return isSpent
    ? {
        kind: 'show',
        surface: 'statusBar',
        occasion: occasion.kind,
        isDigest,
        lowered: [...reasons, 'budget'],
      }
    : { kind: 'show', surface, occasion: occasion.kind, isDigest, lowered: reasons };
}

/** What silences every nudge. */
function silence({ isInFocus, quiet, isAway }: Present): Verdict | null {
  if (isInFocus) return { kind: 'hold', reason: 'focus', until: null };
  if (quiet.isQuiet) return { kind: 'hold', reason: 'quiet', until: quiet.until };
  if (isAway) return { kind: 'hold', reason: 'away', until: null };
  return null;
}

/** What silences this rule for a while. */
function rest({ cooldownMs }: Raised, { snoozedUntil, shownAt }: Standing, now: number): Verdict | null {
  if (now < snoozedUntil) return { kind: 'hold', reason: 'snoozed', until: snoozedUntil };
  const restsUntil = shownAt + cooldownMs;
  return now < restsUntil ? { kind: 'hold', reason: 'cooldown', until: restsUntil } : null;
}

/** From when on it could have been shown but for a breakpoint. */
function latestFor({ since, cooldownMs }: Raised, standing: Standing, present: Present): number {
  const { snoozedUntil, shownAt } = standing;
  return Math.max(since, present.focusEndedAt, present.quiet.endedAt, snoozedUntil, shownAt + cooldownMs);
}

interface Chosen {
  readonly kind: LearntOccasion;
  readonly at: number;
}

function occasionOf({ breakpoint, now }: Present, latest: number): Chosen | null {
  if (breakpoint && breakpoint.at <= now && now - breakpoint.at <= BREAKPOINT_MS) return breakpoint;
  return now >= latest ? { kind: 'late', at: latest } : null;
}

function isWelcome(
  { rule, since }: Raised,
  { kind, at }: Chosen,
  past: Past,
  now: number,
  chanceOf: ChanceOf,
): boolean {
  const belief = beliefOf(triesOf(past.learnt, rule, kind), kind);
  const { shownAt, snoozedUntil } = standingOf(past, rule);
  // It was put off, and so it was asked for.
  if (snoozedUntil > since) return true;
  return isWorthIt(belief, now - shownAt, chanceOf(rule, since, kind, at));
}
