import { dayOfDate, forEachDay, type LocalDay } from '../core/activity/calendar.ts';
import type { Interval } from '../core/activity/interval.ts';
import type { Day, DayRules } from '../core/stats/day.ts';
import { computeDay, soundSeals, type ReadableRecord } from './pastDays.ts';

/** Active milliseconds within a time: of whole days as they were rolled up, of the rest from rows. Throws a `StoreError`. */
export async function activeMsIn(
  record: ReadableRecord,
  range: Interval,
  rules: DayRules,
  yieldTurn: () => Promise<void>,
): Promise<number> {
  const { store, calendar } = record;
  const first = store.firstTime();
  if (first === null || first >= range.end) return 0;
  const start = Math.max(range.start, calendar.dayAt(first).start);
  const dates = { from: calendar.dayAt(start).date, to: calendar.dayAt(range.end).date };
  const sealed = new Set(soundSeals(store, dates, rules).map(({ date }) => date));
  const rollups = new Map(store.rollups.days(dates.from, dates.to).map(day => [day.date, day.activeMs]));
  const parts: { readonly day: LocalDay; readonly part: Interval }[] = [];
  forEachDay(calendar, { start, end: range.end }, (day, from, to) => {
    parts.push({ day, part: { start: from, end: to } });
  });
  let sum = 0;
  for (const { day, part } of parts) {
    if (isWhole(day, part) && sealed.has(day.date)) {
      sum += rollups.get(day.date) ?? 0;
      continue;
    }
    await yieldTurn();
    // A journey may have cut the day in two.
    const whole = dayOfDate(calendar, day.date) ?? day;
    sum += activeWithin(computeDay(record, whole, rules), part);
  }
  return sum;
}

function isWhole(day: LocalDay, part: Interval): boolean {
  return part.start === day.start && part.end === day.end;
}

function activeWithin(day: Day | undefined, { start, end }: Interval): number {
  const active = day?.pieces.filter(({ span }) => span) ?? [];
  return active.reduce(
    (sum, piece) => sum + Math.max(0, Math.min(piece.end, end) - Math.max(piece.start, start)),
    0,
  );
}
