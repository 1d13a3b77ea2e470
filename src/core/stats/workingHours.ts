import type { Calendar } from '../activity/calendar.ts';
import type { DayPiece } from './day.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_HOURS = 24;
export const WEEK_HOURS = 168;

/** The habit is read from so many weeks. This and the next two: design, section 3, "Working hours". */
export const HABIT_WEEKS = 8;
/** Shorter records tell no habit. */
export const LEAST_WEEKS = 3;
/** Part of all active time that the working hours hold, in percent. */
const HABIT_PERCENT = 95;

/** Without a habit: Monday to Friday. */
const USUAL = { days: 5, from: 8, to: 19 };

/** Hours of the week: 0 is Monday from 0:00 to 1:00, 167 Sunday from 23:00 on. */
export type HoursOfWeek = ReadonlySet<number>;

/** The hour of the week that holds an instant. */
export function hourOfWeek(time: number, calendar: Calendar): number {
  const hours = Math.floor((time + calendar.offsetAt(time) * MINUTE_MS) / HOUR_MS);
  // The epoch began on a Thursday.
  return (((hours + 3 * DAY_HOURS) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS;
}

/** Adds a day's active time to that of the hours of the week, in milliseconds. */
export function addActiveTime(hours: number[], pieces: readonly DayPiece[], calendar: Calendar): void {
  for (const { span, start, end } of pieces) {
    if (!span) continue;
    for (let from = start; from < end;) {
      const to = Math.min(end, nextHour(from, calendar));
      const hour = hourOfWeek(from, calendar);
      hours[hour] = (hours[hour] ?? 0) + to - from;
      from = to;
    }
  }
}

/**
 * One's own working hours: the hours of the week that held most of the active time, as few as hold 95 % of it; of equal ones the
 * earlier. `hours`: active time of the last 8 weeks by hour of the week, in milliseconds; `recordedMs`: how long ago the record
 * began. Until that is 3 weeks ago, Monday to Friday from 8 to 19.
 */
export function workingHours(hours: readonly number[], recordedMs: number): HoursOfWeek {
  const total = hours.reduce((sum, ms) => sum + ms, 0);
  if (total === 0 || recordedMs < LEAST_WEEKS * WEEK_HOURS * HOUR_MS) return usualHours();
  const byTime = hours.map((ms, hour) => ({ ms, hour })).sort((a, b) => b.ms - a.ms || a.hour - b.hour);
  const chosen = new Set<number>();
  let held = 0;
  for (const { ms, hour } of byTime) {
    if (held * 100 >= total * HABIT_PERCENT) break;
    chosen.add(hour);
    held += ms;
  }
  return chosen;
}

/** When the last working hour of a day begins, as an hour of that day; null: none of its hours is one. `weekday` 0 is Monday. */
export function lastWorkingHour(hours: HoursOfWeek, weekday: number): number | null {
  for (let hour = DAY_HOURS - 1; hour >= 0; hour--) {
    if (hours.has(weekday * DAY_HOURS + hour)) return hour;
  }
  return null;
}

function usualHours(): HoursOfWeek {
  const hours = new Set<number>();
  for (let day = 0; day < USUAL.days; day++) {
    for (let hour = USUAL.from; hour < USUAL.to; hour++) hours.add(day * DAY_HOURS + hour);
  }
  return hours;
}

/** The next full hour by the clock on the wall. */
function nextHour(time: number, calendar: Calendar): number {
  const local = time + calendar.offsetAt(time) * MINUTE_MS;
  return time + HOUR_MS - (((local % HOUR_MS) + HOUR_MS) % HOUR_MS);
}
