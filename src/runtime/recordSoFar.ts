import { dayOfDate } from '../core/activity/calendar.ts';
import { addDays } from '../core/queue/plainDate.ts';
import type { RecordSoFar } from '../core/rules/neededDays.ts';
import { BASELINE_DAYS } from '../core/rules/threshold.ts';
import { mondayOf } from '../core/stats/week/weekDates.ts';
import type { ReadableRecord } from './pastDays.ts';

/** How much record there is for rules, by some look-ups in an index. Throws a `StoreError`. null where nothing is recorded yet. */
export function recordSoFar({ store, calendar }: ReadableRecord, now: number): RecordSoFar | null {
  const since = store.firstSpanStart();
  if (since === null) return null;
  const today = calendar.dayAt(now);
  const startOf = (date: string) => dayOfDate(calendar, date)?.start ?? today.start;
  const days = Array.from({ length: BASELINE_DAYS }, (_, i) => addDays(today.date, -1 - i));
  const pastDays = days.map(startOf).filter((start, i) => {
    const next = days[i - 1];
    const first = store.spanStartAfter(start, 0);
    return first !== null && first < (next === undefined ? today.start : startOf(next));
  });
  return { now, since, weekStart: startOf(mondayOf(today.date)), pastDays };
}
