const DAY_MS = 86_400_000;

/** Weeks run from Monday to Sunday; dates are ISO dates. 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(date).getUTCDay() + 6) % 7;
}

/** The Monday of the week that holds a date. */
export function mondayOf(date: string): string {
  return isoDate(Date.parse(date) - weekdayOf(date) * DAY_MS);
}

/** The days of a date's week before it, from Monday on. */
export function datesBefore(date: string): string[] {
  const monday = Date.parse(mondayOf(date));
  return Array.from({ length: weekdayOf(date) }, (_, day) => isoDate(monday + day * DAY_MS));
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
