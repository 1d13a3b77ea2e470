import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { HOUR, MINUTE } from './developer.ts';

/** The zone that planted years are lived in. */
export const PLANTED_ZONE = 'Europe/Berlin';
/** A Monday. Clocks change in the year after it: 29 March and 25 October 2026. */
export const FIRST_DAY = '2025-12-01';

const calendar = zoneCalendar(PLANTED_ZONE);

/** The instant at which clocks in the zone show so many hours after midnight on the day of that number; 0 is the first. */
export function onDay(day: number, hours: number): number {
  const local = Date.parse(FIRST_DAY) + day * 24 * HOUR + Math.round(hours * HOUR);
  // Clocks change at night, when nobody works: the offset an hour before is that of then.
  return local - calendar.offsetAt(local - HOUR) * MINUTE;
}

/** The hours that clocks show, from midnight of that day on. */
export function hoursOf(day: number, time: number): number {
  return (time + calendar.offsetAt(time) * MINUTE - Date.parse(FIRST_DAY)) / HOUR - 24 * day;
}

/** 0 is Monday. */
export function weekday(day: number): number {
  return day % 7;
}
