import { addDays, weekdayOf } from '../../queue/plainDate.ts';

/** Weeks begin on Monday. Dates are ISO dates. */

/** 0 for a Monday to 6 for a Sunday. */
export function weekdayFromMonday(date: string): number {
  return (weekdayOf(date) + 6) % 7;
}

/** The Monday of the week that holds a date. */
export function mondayOf(date: string): string {
  return addDays(date, -weekdayFromMonday(date));
}

/** The seven dates of a week. */
export function datesOfWeek(monday: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map(days => addDays(monday, days));
}

/** The Mondays of the `count` weeks before one, the last first. */
export function weeksBefore(monday: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => addDays(monday, -7 * (i + 1)));
}
