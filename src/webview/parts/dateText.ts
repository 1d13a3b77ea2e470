/** Calendar days in words. Takes ISO dates; they have no hours, so no zone plays a part. */

// Written out: to make six formatters of Intl takes 10 ms, and the first picture waits for them.
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Monday" */
export function weekdayText(date: string): string {
  return WEEKDAYS[new Date(date).getUTCDay()] ?? '';
}

/** "Mon" */
export function shortWeekdayText(date: string): string {
  return weekdayText(date).slice(0, 3);
}

/** "16 November"; seen from another year than that of `today`, "16 November 2025". */
export function dateText(date: string, today = date): string {
  const [year, month, day] = date.split('-');
  const name = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
  return today.startsWith(`${year ?? ''}-`) ? name : `${name} ${year ?? ''}`;
}

/** "Mon 16 Nov" */
export function shortestDayText(date: string): string {
  return shortDayText(date).replace(weekdayText(date), shortWeekdayText(date));
}

/** "Monday 16 Nov" */
export function shortDayText(date: string): string {
  const [day, month = ''] = dateText(date).split(' ');
  return `${weekdayText(date)} ${day ?? ''} ${month.slice(0, 3)}`;
}

/** "Monday 16 November", with the year as `dateText` has it. */
export function dayText(date: string, today = date): string {
  return `${weekdayText(date)} ${dateText(date, today)}`;
}
