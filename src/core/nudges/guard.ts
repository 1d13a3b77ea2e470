import { quantile } from '../queue/quantile.ts';
import { formatDuration } from '../text/duration.ts';
import { rungsAbove } from './ladder.ts';
import type { Entry } from './past.ts';
import type { Level } from './raised.ts';

/** What a day came to. */
export interface GuardDay {
  /** ISO date. */
  readonly date: string;
  readonly activeMs: number;
  readonly deepMs: number;
}

/** A rule has been set to show higher than before. */
export interface Raise {
  readonly rule: string;
  /** ISO date of the local day. */
  readonly date: string;
  readonly from: Level;
  readonly to: Level;
}

/** Deep time has fallen since a raise. Medians of deep time a day, in milliseconds. */
export interface Fall {
  readonly raise: Raise;
  readonly beforeMs: number;
  readonly sinceMs: number;
  /** So many days each is told from. */
  readonly daysBefore: number;
  readonly daysSince: number;
  /** "1 h 40 a day in the 20 working days before, 1 h 05 in the 12 since." */
  readonly text: string;
}

/** Days with less active time are none of work, and say nothing of depth. */
const WORKING_DAY_MS = 3_600_000;
/** At least so many working days on both sides, */
const LEAST_DAYS = 10;
/** and at most so many: what is farther away has other reasons. */
const MOST_DAYS = 20;
/** Less than this is not felt. */
const LEAST_FALL_MS = 900_000;
/** One-sided, at 5 %. */
const LEAST_Z = 1.645;

/** The raises that were written down, the last of each rule. `dateOf`: the local day of an instant. */
export function raisesOf(entries: readonly Entry[], dateOf: (at: number) => string): Raise[] {
  const raises = new Map<string, Raise>();
  for (const entry of entries) {
    if (entry.kind !== 'rule' || entry.word.kind !== 'levelSet') continue;
    const { from, to } = entry.word;
    raises.delete(entry.rule);
    if (rungsAbove(to, from) > 0)
      raises.set(entry.rule, { rule: entry.rule, date: dateOf(entry.at), from, to });
  }
  return [...raises.values()];
}

/**
 * Whether deep time a working day fell after a raise; null: it did not, or there are not enough days to say. `days` in order of
 * date; the day of the raise belongs to neither side.
 *
 * Told are medians, since deep time is skewed: on many days there is none, on a few there is much, and a mean would follow those.
 * Whether the fall is more than chance is asked of the order of all days (Mann and Whitney 1947, with the normal approximation
 * and ties counted), which asks for no shape of distribution and serves from about ten days a side on.
 */
export function fallAfter(raise: Raise, days: readonly GuardDay[]): Fall | null {
  const working = days.filter(({ activeMs }) => activeMs >= WORKING_DAY_MS);
  const before = deepTimes(working.filter(({ date }) => date < raise.date).slice(-MOST_DAYS));
  const since = deepTimes(working.filter(({ date }) => date > raise.date).slice(0, MOST_DAYS));
  if (before.length < LEAST_DAYS || since.length < LEAST_DAYS) return null;
  const beforeMs = quantile(before, 0.5);
  const sinceMs = quantile(since, 0.5);
  if (beforeMs - sinceMs < LEAST_FALL_MS || zOfFall(before, since) < LEAST_Z) return null;
  const counts = { daysBefore: before.length, daysSince: since.length };
  return { raise, beforeMs, sinceMs, ...counts, text: fallText(beforeMs, sinceMs, counts) };
}

function deepTimes(days: readonly GuardDay[]): number[] {
  return days.map(({ deepMs }) => deepMs);
}

function fallText(
  beforeMs: number,
  sinceMs: number,
  { daysBefore, daysSince }: Pick<Fall, 'daysBefore' | 'daysSince'>,
): string {
  return (
    `Deep time was ${formatDuration(beforeMs)} a day in the ${daysBefore} working days before, and is ` +
    `${formatDuration(sinceMs)} in the ${daysSince} since (medians). There may be other reasons.`
  );
}

/** How far the values of `before` stand above those of `since`, in standard deviations of what chance alone would give. */
function zOfFall(before: readonly number[], since: readonly number[]): number {
  const n = before.length;
  const m = since.length;
  let wins = 0;
  for (const a of before) for (const b of since) wins += a > b ? 1 : a === b ? 0.5 : 0;
  const all = n + m;
  const variance = ((n * m) / 12) * (all + 1 - tieTerm([...before, ...since]) / (all * (all - 1)));
  return variance > 0 ? (wins - (n * m) / 2) / Math.sqrt(variance) : 0;
}

/** Σ (t³ − t) over the groups of equal values. */
function tieTerm(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, t) => sum + t ** 3 - t, 0);
}
