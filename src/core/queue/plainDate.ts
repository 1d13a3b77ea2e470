/** Calendar days as ISO dates (`2026-11-22`), the years 0 to 9999. They have no hours, and so no zone and no clock change. */

const DAY_MS = 86_400_000;

/** Whether a text is an ISO date of a day that there is. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && dateText(time) === text;
}

/** The day `days` later. */
export function addDays(date: string, days: number): string {
  return dateText(Date.parse(date) + days * DAY_MS);
}

/** How many days after `from` the day `to` is; less than 0 where it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay();
}

function dateText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
