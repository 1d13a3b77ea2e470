import type { Calendar } from '../../activity/calendar.ts';
import type { RecordSlice } from '../../activity/facts.ts';
import type { Session } from '../../focus/session.ts';
import type { Items } from '../../queue/item.ts';
import type { HoursOfWeek } from '../../stats/workingHours.ts';

/**
 * A portion `[from, to)` of the record, as rules take it in.
 *
 * Spans: those that begin in it, and those that were under way at `from`, as they are now; by start, then id. Facts of every
 * kind that were said in it. Tallies whose five minutes end in `(from, to]`.
 */
export interface RulePortion extends RecordSlice {
  /** Those that lie in it or reach into it, breaks left out. */
  readonly sessions: readonly Session[];
  /** The queue as it is now: how an item stood at a time of the past is told by its dates alone. */
  readonly items: Items;
}

/** What rules need to know besides the record. */
export interface RuleSurroundings {
  readonly calendar: Calendar;
  readonly idleAfterMs: number;
  readonly deepBlockMs: number;
  /** Deep time planned for a week, in milliseconds; 0: no plan. */
  readonly weeklyPlanMs: number;
  /** When the record began; epoch milliseconds. */
  readonly recordedSince: number;
  /** The item in work when the first portion begins; null: none. */
  readonly item: string | null;
  /** Working hours that hold throughout; null: they are told from the record, week by week. */
  readonly hours: HoursOfWeek | null;
  /** Active time on items before the first portion, in milliseconds by item; it is read when that portion is. */
  readonly usedBefore: ReadonlyMap<string, number>;
}

/** Rules look at the record once a minute. */
export const GRID_MS = 60_000;

/** The last instant of the grid that is not after `time`. */
export function gridBefore(time: number): number {
  return Math.floor(time / GRID_MS) * GRID_MS;
}
