import { dayOfDate, type Calendar, type LocalDay } from '../core/activity/calendar.ts';
import { addDays } from '../core/queue/plainDate.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import type { DayRules } from '../core/stats/day.ts';
import { portionsOf, type Portion } from '../core/stats/portions.ts';
import { weekDayOf, type WeekDay } from '../core/stats/week/weekDay.ts';
import type { SealState } from '../store/rollups.ts';
import type { Store } from '../store/store.ts';

/** A record that is open. */
export interface ReadableRecord {
  readonly store: Store;
  readonly calendar: Calendar;
}

/** A range of ISO dates, both ends included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** What is recorded of some days that are over. */
export interface PastDays {
  /** Those on which something happened, by ISO date. */
  readonly days: Map<string, WeekDay>;
  /** Where the days lie of which there is a rollup. */
  readonly bounds: readonly LocalDay[];
  /** Those whose rollup cannot be relied on: to be computed from rows. */
  readonly missing: readonly LocalDay[];
}

/** Reads what sealed days were rolled up to, and says which are to be computed. `range` must lie before today. */
export function readPastDays(record: ReadableRecord, range: DateRange, rules: DayRules): PastDays {
  const { store } = record;
  const { from, to } = range;
  const bounds = soundSeals(store, range, rules);
  const sealed = new Set(bounds.map(({ date }) => date));
  const days = new Map<string, WeekDay>();
  const blocks = Map.groupBy(store.dayParts.blocks(from, to), ({ date }) => date);
  const items = new Map(store.itemShares.between(from, to).map(each => [each.date, each.msByItem]));
  for (const day of store.rollups.days(from, to)) {
    const { date } = day;
    if (!sealed.has(date)) continue;
    days.set(date, { ...day, blocks: blocks.get(date) ?? [], msByItem: items.get(date) ?? NO_ITEMS });
  }
  return { days, bounds, missing: [...missingDays(record, range, sealed)] };
}

/** The rollups that can be relied on: no row came since, and the idle rule is the same. */
export function soundSeals(store: Store, { from, to }: DateRange, { idleAfterMs }: DayRules): SealState[] {
  return store.rollups.seals(from, to).filter(seal => !seal.isDirty && seal.idleAfterMs === idleAfterMs);
}

const NO_ITEMS: ReadonlyMap<string, number> = new Map();

/** The days of a range, from the record's first, that have no rollup to rely on; found one by one, as they are asked for. */
export function* missingDays(
  { store, calendar }: ReadableRecord,
  { from, to }: DateRange,
  sealed: ReadonlySet<string>,
): Generator<LocalDay> {
  const firstTime = store.firstTime();
  if (firstTime === null) return;
  const first = calendar.dayAt(firstTime).date;
  for (let date = first > from ? first : from; date <= to; date = addDays(date, 1)) {
    // Calendars are slow: they are asked for those days only.
    const day = sealed.has(date) ? null : dayOfDate(calendar, date);
    if (day) yield day;
  }
}

/** Computes a day from its rows: some milliseconds. undefined: nothing happened on it. */
export function computeDay(
  { store, calendar }: ReadableRecord,
  { date, start, end }: LocalDay,
  rules: DayRules,
) {
  const { slice } = store.slice(start, end, rules.idleAfterMs);
  return computeDays(slice, calendar, rules).find(day => day.date === date);
}

/** A day's active time, from its rollup or from its rows. */
export interface DayWithPortions {
  readonly day: WeekDay;
  readonly portions: readonly Portion[];
}

export function computeWithPortions(
  record: ReadableRecord,
  local: LocalDay,
  rules: DayRules,
): DayWithPortions | undefined {
  const day = computeDay(record, local, rules);
  return day && { day: weekDayOf(day), portions: portionsOf(day.pieces) };
}
