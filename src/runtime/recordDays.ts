import { dayOfDate, type LocalDay } from '../core/activity/calendar.ts';
import { dayRows } from '../core/audit/dayRows.ts';
import { isPlain } from '../core/audit/filter.ts';
import type { RecordFilter } from '../core/audit/filterSchema.ts';
import type { RecordRow } from '../core/audit/row.ts';
import { addDays } from '../core/queue/plainDate.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import type { DayRules } from '../core/stats/day.ts';
import type { ItemNames } from '../core/stats/itemNames.ts';
import { recordedSpans } from '../store/recordedSpans.ts';
import type { ReadableRecord } from './pastDays.ts';

/** What the rows of a day depend on, beside the record. */
export interface RowRules extends DayRules {
  readonly deepBlockMs: number;
  readonly items: ItemNames;
}

/** All rows of a day that a filter lets through, the newest first: some milliseconds. Throws a `StoreError`. */
export function readDayRows(
  { store, calendar }: ReadableRecord,
  { date, start, end }: LocalDay,
  filter: RecordFilter,
  rules: RowRules,
): RecordRow[] {
  const { slice } = store.slice(start, end, rules.idleAfterMs);
  const day = computeDays(slice, calendar, rules).find(each => each.date === date);
  // A span of the day before may reach into this one, or its pause.
  const parts = new Set(day?.pieces.map(({ span }) => span?.id));
  const from = day?.pieces.reduce((first, { span }) => Math.min(first, span?.start ?? first), start) ?? start;
  const spans = store
    .part(recordedSpans)
    .between(from, end)
    .filter(({ span }) => span.start >= start || parts.has(span.id));
  const { items, deepBlockMs } = rules;
  const beside = { facts: store.factsBetween(start, end), commits: store.commits.between(start, end) };
  return dayRows({ day, spans, tallies: slice.tallies, ...beside, items, deepBlockMs }, filter);
}

/** How many rows a day has, where that is told without reading them; null: it is not. */
export function countDayRows({ store }: ReadableRecord, { start, end }: LocalDay, filter: RecordFilter) {
  if (filter.isCorrected && store.part(recordedSpans).countCorrected(start, end) === 0) return 0;
  return isPlain(filter) ? store.part(recordedSpans).count(start, end) : null;
}

/** Calendars are slow, so sealed days are asked for so many at once where they begin and end. */
const DAYS_AT_ONCE = 200;

/** The days that a filter looks at, from the last to the first; found one by one, as they are asked for. */
export function* daysBack(
  { store, calendar }: ReadableRecord,
  { from = '', to = '9999-12-31' }: RecordFilter,
  today: string,
): Generator<LocalDay> {
  const firstTime = store.firstTime();
  if (firstTime === null) return;
  const earliest = calendar.dayAt(firstTime).date;
  const first = from > earliest ? from : earliest;
  let sealed = new Map<string, LocalDay>();
  let knownFrom = '9999-12-31';
  for (let date = to < today ? to : today; date >= first; date = addDays(date, -1)) {
    if (date < knownFrom) {
      knownFrom = addDays(date, -DAYS_AT_ONCE);
      sealed = new Map(store.rollups.seals(knownFrom, date).map(seal => [seal.date, seal]));
    }
    const day = sealed.get(date) ?? dayOfDate(calendar, date);
    if (day) yield day;
  }
}
