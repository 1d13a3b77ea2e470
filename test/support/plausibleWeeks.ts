import type { Calendar } from '../../src/core/activity/calendar.ts';
import type { Signal } from '../../src/core/activity/signal.ts';
import { addDays, weekdayOf } from '../../src/core/queue/plainDate.ts';
import { mondayOf } from '../../src/core/stats/week/weekDates.ts';
import { plausibleDay } from './plausibleDay.ts';

const HOUR = 3_600_000;

/** Working days as a log, from some weeks ago to the day that holds `now`; each ends when it pleases. */
export function plausibleWeeks(now: number, weeks: number, calendar: Calendar): Signal[] {
  const today = calendar.dayAt(now).date;
  const signals: Signal[] = [];
  for (let date = addDays(mondayOf(today), -7 * weeks), i = 0; date <= today; date = addDays(date, 1), i++) {
    const isWorkday = weekdayOf(date) % 6 !== 0;
    if (!isWorkday && date !== today) continue;
    const { start } = calendar.dayAt(Date.parse(`${date}T12:00Z`) - calendar.offsetAt(now) * 60_000);
    const end = start + (12 + ((7 * i) % 5)) * HOUR;
    signals.push(...plausibleDay(start).filter(({ at }) => at < end));
  }
  return signals;
}
