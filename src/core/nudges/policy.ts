import type { Interval } from '../activity/interval.ts';
import type { Breakpoint } from '../focus/breakpointWatch.ts';
import { lowered, type Surface } from './ladder.ts';
import type { Chance } from './learning/chance.ts';
import { beliefOf, triesOf, type LearntOccasion } from './learning/learnt.ts';
import { isWorthIt } from './learning/worth.ts';
import type { Lowered, Plan } from './nudge.ts';
import { standingOf, toastsOn, type Past } from './past.ts';
import type { Quiet } from './quietHours.ts';
import type { Raised } from './raised.ts';
import { asOf, type Standing } from './standing.ts';

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
  | Show
  | {
      readonly kind: 'hold';
      readonly reason: HoldReason;
      /** When to look again if nothing happens before; null: something must happen. */
      readonly until: number | null;
    }
  | { readonly kind: 'drop'; readonly reason: DropReason };

type Show = { readonly kind: 'show' } & Pick<Plan, 'surface' | 'occasion' | 'isDigest' | 'lowered'>;

/** `learning`: this breakpoint is none at which such nudges are taken. */
export type HoldReason = 'focus' | 'quiet' | 'away' | 'snoozed' | 'cooldown' | 'breakpoint' | 'learning';
/** `resolved`: what it was about is over, and was before there was a good moment. */
export type DropReason = 'off' | 'never' | 'resolved';

/** Chance for a draw; the same words, the same draw. */
export type ChanceOf = (...words: readonly (string | number)[]) => Chance;

/** A breakpoint is one for so long; then the next thing is under way. */
const BREAKPOINT_MS = 10_000;

/** What becomes now of a finding that was not told yet. */
export function judge(
  raised: Raised,
  past: Past,
  present: Present,
  rules: NudgeRules,
  chanceOf: ChanceOf,
): Verdict {
  const { level } = raised;
  const standing = asOf(standingOf(past, raised.rule), present.now);
  if (level === 'off' || standing.isNever) return { kind: 'drop', reason: level === 'off' ? 'off' : 'never' };
  const wait = silence(present) ?? rest(raised, standing, present.now);
  if (wait) return wait;
  const surface = lowered(level, standing.demotedBy);
  const show: Show = {
    kind: 'show',
    surface,
    occasion: 'atOnce',
    // What a cooldown, a snooze or quiet hours held back at the time was not held back by the session.
    isDigest: dueFrom(raised, standing, present) < present.focusEndedAt,
    lowered: surface === level ? [] : ['demoted'],
  };
  if (surface === 'panel') return show;
  const found = findOccasion(raised, past, present, rules, chanceOf);
  if (found.kind === 'hold') return found;
  const then: Show = { ...show, occasion: found.occasion };
  if (!found.isWelcome) return lower(then, 'panel', 'learning');
  const isSpent = surface === 'toast' && toastsOn(present.day, past) >= rules.toastsPerDay;
  return isSpent ? lower(then, 'statusBar', 'budget') : then;
}

function lower(show: Show, surface: Surface, why: Lowered): Show {
  return { ...show, surface, lowered: [...show.lowered, why] };
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

/** From when on it could have been shown but for a focus session and a breakpoint. */
function dueFrom({ since, cooldownMs }: Raised, standing: Standing, { quiet }: Present): number {
  const { snoozedUntil, shownAt } = standing;
  return Math.max(since, quiet.endedAt, snoozedUntil, shownAt + cooldownMs);
}

type Found =
  | { readonly kind: 'now'; readonly occasion: LearntOccasion; readonly isWelcome: boolean }
  | Extract<Verdict, { kind: 'hold' }>;

/** The occasion that there is for something that asks for a look. The last one is one even where it is not welcome, so that nothing is lost. */
function findOccasion(
  raised: Raised,
  past: Past,
  present: Present,
  rules: NudgeRules,
  chanceOf: ChanceOf,
): Found {
  const { now } = present;
  const standing = asOf(standingOf(past, raised.rule), now);
  const due = Math.max(dueFrom(raised, standing, present), present.focusEndedAt);
  const latest = due + rules.maxDeferMs;
  const isWelcome = (kind: LearntOccasion, at: number) =>
    !rules.isLearning || isTakenUp(raised, kind, at, standing, past, chanceOf);
  const breakpoint = freshBreakpoint(present);
  if (breakpoint && isWelcome(breakpoint.kind, breakpoint.at)) {
    return { kind: 'now', occasion: breakpoint.kind, isWelcome: true };
  }
  if (now >= latest) return { kind: 'now', occasion: 'late', isWelcome: isWelcome('late', latest) };
  return { kind: 'hold', reason: breakpoint ? 'learning' : 'breakpoint', until: latest };
}

function freshBreakpoint({ breakpoint, now }: Present): Breakpoint | null {
  const isFresh = breakpoint && breakpoint.at <= now && now - breakpoint.at <= BREAKPOINT_MS;
  return isFresh ? breakpoint : null;
}

/** Whether it is likely enough to be taken up, by what was learnt. Asked again of the same occasion, the answer is the same. */
function isTakenUp(
  { rule, since }: Raised,
  kind: LearntOccasion,
  at: number,
  { shownAt, snoozedUntil }: Standing,
  past: Past,
  chanceOf: ChanceOf,
): boolean {
  // It was put off, and so it was asked for.
  if (snoozedUntil > since) return true;
  const belief = beliefOf(triesOf(past.learnt, rule, kind), kind);
  return isWorthIt(belief, at - shownAt, chanceOf(rule, since, kind, at));
}
