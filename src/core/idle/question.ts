import type { AwayKind } from '../activity/signal.ts';
import { isLonger, type Pause } from './pause.ts';

/** What decides which pause is worth a word. Times are epoch milliseconds. */
export interface OpenPauseInput {
  /** Of today, in order. A pause over midnight is none of any day: nobody is asked about the night. */
  readonly pauses: readonly Pause[];
  readonly idleAfterMs: number;
  readonly now: number;
  /** When the last focus session ended; -Infinity: there was none. */
  readonly sessionEndedAt: number;
  /** What began before this is settled: it was answered, left unanswered, or recording was paused meanwhile. */
  readonly settledUntil: number;
}

/** Longer than that is no pause but the end of one working day and the start of another: what it was is plain. */
export const LONGEST_ASKED_MS = 4 * 3_600_000;
/**
 * The question goes by itself after that: long enough to write down first what one came back with, short enough that one still
 * knows what the time was. What came later than it can be named by the command.
 */
export const ASKED_FOR_MS = 30 * 60_000;

/** The pause that is worth a word, said or asked: the latest, as long as it is fresh and not settled. null: none. */
export function openPause(input: OpenPauseInput): Pause | null {
  const { pauses, idleAfterMs, now, sessionEndedAt, settledUntil } = input;
  // What the record has of later than now was recorded before the clock was set back.
  const latest = pauses.findLast(pause => pause.end <= now && isLonger(pause, idleAfterMs));
  if (!latest || isLonger(latest, LONGEST_ASKED_MS) || settledUntil > latest.start) return null;
  // In a session nobody is asked: the time begins anew with its end.
  const standsSince = Math.max(latest.end, sessionEndedAt);
  return now - standsSince <= ASKED_FOR_MS ? latest : null;
}

/**
 * What is said of the open pause: it is asked what it was (`as` null), or told what it was named by itself. null: nothing, since a
 * focus session or its break runs, or since it was named by hand, if only in part.
 */
export function wordOn(
  pause: Pause,
  { isInSession, isByRule }: { readonly isInSession: boolean; readonly isByRule: boolean },
): { readonly as: AwayKind | null } | null {
  if (isInSession) return null;
  if (isUnnamed(pause)) return { as: null };
  return isByRule ? { as: pause.pieces[0]?.as ?? null } : null;
}

export function isUnnamed({ pieces }: Pause): boolean {
  return pieces.every(({ as }) => as === null);
}
