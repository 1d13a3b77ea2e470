import { addDays, isDate, weekdayOf } from './plainDate.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * A day as people write it, seen from `today` (an ISO date): `today`, `tomorrow`, a weekday by its name or at least three letters
 * of it, `+3d`, `+2w`, an ISO date. A weekday is the next one after today, so 1 to 7 days ahead. null where it is no day.
 * Source for weekdays: taskwarrior's named dates, "local date for the specified day, after today".
 */
export function readDue(text: string, today: string): string | null {
  const word = text.toLowerCase();
  if (word === 'today') return today;
  if (word === 'tomorrow') return addDays(today, 1);
  const ahead = /^\+(\d{1,4})([dw])$/.exec(word);
  if (ahead) return addDays(today, Number(ahead[1]) * (ahead[2] === 'w' ? 7 : 1));
  if (isDate(word)) return word;
  const weekday = word.length < 3 ? -1 : WEEKDAYS.findIndex(name => name.startsWith(word));
  if (weekday < 0) return null;
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}
