/** Calendar days in words. Takes ISO dates; they have no hours, so no zone plays a part. */

const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' });
const longDayOfYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const dayAndMonth = format({ day: 'numeric', month: 'long' });
const dayMonthYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
const longWeekday = format({ weekday: 'long' });
const shortWeekday = format({ weekday: 'short' });

/** "Monday 16 November"; seen from another year than that of `today`, "Monday 16 November 2025". */
export function dayText(date: string, today = date): string {
  return isSameYear(date, today) ? longDay(date) : longDayOfYear(date);
}

/** "16 November"; seen from another year, "16 November 2025". */
export function dateText(date: string, today: string): string {
  return isSameYear(date, today) ? dayAndMonth(date) : dayMonthYear(date);
}

/** "Monday" */
export function weekdayText(date: string): string {
  return longWeekday(date);
}

/** "Mon" */
export function shortWeekdayText(date: string): string {
  return shortWeekday(date);
}

function isSameYear(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}

function format(options: Intl.DateTimeFormatOptions): (date: string) => string {
  const { format } = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return date => format(Date.parse(date)).replace(',', '');
}
