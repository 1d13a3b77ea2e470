import { countOf } from '../text/count.ts';
import { daysBetween, weekdayOf } from './plainDate.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people say it, seen from `today` (ISO dates): "today", "tomorrow", "Fri", "24 Dec", "3 Jan 2027". */
export function sayDay(date: string, today: string): string {
  const ahead = daysBetween(today, date);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  if (ahead > 1 && ahead < 7) return WEEKDAYS[weekdayOf(date)] ?? '';
  const [year = '', month = '', day = ''] = date.split('-');
  const text = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
  return year === today.slice(0, 4) ? text : `${text} ${Number(year)}`;
}

/** "due tomorrow", "due 24 Dec", "2 days over"; empty without a day. */
export function sayDue(due: string | null, today: string): string {
  if (due === null) return '';
  const over = daysBetween(due, today);
  return over > 0 ? `${countOf(over, 'day')} over` : `due ${sayDay(due, today)}`;
}
