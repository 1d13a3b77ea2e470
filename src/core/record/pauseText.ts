import type { Calendar } from '../activity/calendar.ts';
import type { ClockText } from '../text/clock.ts';
import { dayText } from '../text/dayText.ts';

/** "until 15:40", "until tomorrow", "until tomorrow, 9:00", "until Mon 16 Nov, 9:00". Takes epoch milliseconds. */
export function untilText(until: number, now: number, calendar: Calendar, clock: ClockText): string {
  const today = calendar.dayAt(now);
  const day = calendar.dayAt(until);
  const time = clock.time(until);
  if (day.date === today.date) return `until ${time}`;
  const tomorrow = calendar.dayAt(today.end);
  if (day.date !== tomorrow.date) return `until ${dayText(day.date)}, ${time}`;
  return until === tomorrow.start ? 'until tomorrow' : `until tomorrow, ${time}`;
}
