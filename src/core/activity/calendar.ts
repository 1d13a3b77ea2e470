import type { Interval } from './interval.ts';
import { zoneOffset, type OffsetAt } from './zoneOffset.ts';

const DAY_MS = 86_400_000;
/** "2026-11-22" */
const DATE_LENGTH = 10;

const MINUTE_MS = 60_000;

/** A local calendar day, or the part of it that lies in one zone. */
export interface LocalDay extends Interval {
  /** ISO date: `2026-11-22`. */
  readonly date: string;
}

/** From `from` (epoch milliseconds) on, local time was that of `zone` (IANA name). */
export interface ZoneEra {
  readonly from: number;
  readonly zone: string;
}

/** Says where local midnights are. Days have 23 to 25 hours where clocks change; a journey may cut one in two. */
export interface Calendar {
  /** The day that holds an instant. */
  dayAt(time: number): LocalDay;
  /** Minutes east of UTC at an instant. */
  offsetAt(time: number): number;
}

/** One zone for all time. Throws a RangeError for a name that is no zone. */
export function zoneCalendar(zone: string): Calendar {
  const offset = zoneOffset(zone);
  // Neighbouring questions are nearly always about the same day, and an offset holds for all of most days.
  let known: LocalDay | undefined;
  let offsetAllDay: number | null = null;

  function dayAt(time: number): LocalDay {
    if (known && known.start <= time && time < known.end) return known;
    const day = Math.floor((time + offset(time)) / DAY_MS);
    const start = midnight(day, offset);
    const end = midnight(day + 1, offset);
    // Where clocks once went back over midnight, an instant can lie outside the day that its date names: minute by minute then.
    known = {
      date: new Date(day * DAY_MS).toISOString().slice(0, DATE_LENGTH),
      start: Math.min(start, time),
      end: end > time ? end : nextMinute(time),
    };
    const [first, last] = [offset(known.start), offset(known.end - 1)];
    offsetAllDay = first === last ? first : null;
    return known;
  }
  return {
    dayAt,
    offsetAt(time) {
      dayAt(time);
      return (offsetAllDay ?? offset(time)) / 60_000;
    },
  };
}

/** When a day (counted from 1970 on) begins: at the first of two midnights, or where clocks were put forward over it. */
function midnight(day: number, offset: OffsetAt): number {
  const wall = day * DAY_MS;
  const offsets = [offset(wall - DAY_MS), offset(wall + DAY_MS)];
  const midnights = offsets.map(each => wall - each).filter(time => time + offset(time) === wall);
  if (midnights.length > 0) return Math.min(...midnights);
  let before = wall - Math.max(...offsets);
  let after = wall - Math.min(...offsets);
  while (after - before > 1) {
    const time = Math.floor((before + after) / 2);
    if (time + offset(time) < wall) before = time;
    else after = time;
  }
  return after;
}

function nextMinute(time: number): number {
  return (Math.floor(time / 60_000) + 1) * 60_000;
}

/** Zones one after the other, in order of `from`; the first also holds for everything before it. At least one era. */
export function eraCalendar(eras: readonly ZoneEra[]): Calendar {
  const [first, ...rest] = eras.map(({ from, zone }) => ({ from, calendar: zoneCalendar(zone) }));
  if (!first) throw new RangeError('A calendar needs at least one zone');
  if (rest.length === 0) return first.calendar;

  function eraAt(time: number) {
    const index = rest.findLastIndex(era => era.from <= time);
    return {
      calendar: (rest[index] ?? first)?.calendar as Calendar,
      from: rest[index]?.from ?? -Infinity,
      until: rest[index + 1]?.from ?? Infinity,
    };
  }
  return {
    dayAt(time) {
      const { calendar, from, until } = eraAt(time);
      const { date, start, end } = calendar.dayAt(time);
      return { date, start: Math.max(start, from), end: Math.min(end, until) };
    },
    offsetAt: time => eraAt(time).calendar.offsetAt(time),
  };
}

/**
 * The day that an ISO date names. Where a journey cut it in two, from the start of the first part to the end of the last; null
 * where a journey skipped it.
 */
export function dayOfDate(calendar: Calendar, date: string): LocalDay | null {
  // No zone is farther from UTC than 14 hours.
  const from = Date.parse(date) - 15 * 3_600_000;
  const to = Date.parse(date) + 39 * 3_600_000;
  const parts: LocalDay[] = [];
  for (let day = calendar.dayAt(from); day.start < to; day = calendar.dayAt(day.end)) {
    if (day.date === date) parts.push(day);
  }
  const [first] = parts;
  return first ? { date, start: first.start, end: parts.at(-1)?.end ?? first.end } : null;
}

/** When the clock on the wall shows that minute of a day; clocks may be changed before it. */
export function instantAt(calendar: Calendar, { start }: LocalDay, minute: number): number {
  const even = start + minute * MINUTE_MS;
  return even - (calendar.offsetAt(even) - calendar.offsetAt(start)) * MINUTE_MS;
}

/** Calls `visit` with each part of an interval that lies in one day, in order. */
export function forEachDay(
  calendar: Calendar,
  { start, end }: Interval,
  visit: (day: LocalDay, from: number, to: number) => void,
): void {
  for (let from = start; from < end;) {
    const day = calendar.dayAt(from);
    const to = Math.min(end, day.end);
    visit(day, from, to);
    from = to;
  }
}
