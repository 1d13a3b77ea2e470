import type { Calendar } from '../activity/calendar.ts';

/** Minutes since local midnight, `to` left out. Over midnight where `to` is the smaller; the same minute twice is all day. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** How quiet hours stand at an instant. Epoch milliseconds. */
export interface Quiet {
  readonly isQuiet: boolean;
  /** When they end, or a little later where clocks are changed over it; null: they are not under way, or never end. */
  readonly until: number | null;
  /** When they ended last; -Infinity: there are none, or they are under way. */
  readonly endedAt: number;
}

const TIME = '([01]?[0-9]|2[0-3]):[0-5][0-9]';
/** Such as `22:00-07:00`; empty: none. */
export const QUIET_HOURS = new RegExp(`^(${TIME}-${TIME})?$`);

const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;
const NEVER: Quiet = { isQuiet: false, until: null, endedAt: -Infinity };

/** Of what the setting says; null: none. */
export function parseQuietHours(text: string): QuietHours | null {
  if (text === '' || !QUIET_HOURS.test(text)) return null;
  const [from = '', to = ''] = text.split('-');
  return { from: minuteOf(from), to: minuteOf(to) };
}

export function quietAt(hours: QuietHours | null, now: number, calendar: Calendar): Quiet {
  if (!hours) return NEVER;
  const { from, to } = hours;
  if (from === to) return { isQuiet: true, until: null, endedAt: -Infinity };
  const minute = localMinute(now, calendar);
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  return isQuiet
    ? { isQuiet, until: nextAt(to, now, calendar), endedAt: -Infinity }
    : { isQuiet, until: null, endedAt: lastAt(to, now, calendar) };
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** Minutes since midnight by the clock on the wall, with their fraction. */
function localMinute(at: number, calendar: Calendar): number {
  return modulo(at / MINUTE_MS + calendar.offsetAt(at), DAY_MINUTES);
}

/** The next time that the clock on the wall shows `minute`. */
function nextAt(minute: number, now: number, calendar: Calendar): number {
  const ahead = modulo(minute - localMinute(now, calendar), DAY_MINUTES) || DAY_MINUTES;
  const at = now + ahead * MINUTE_MS;
  const shown = asShown(at, now, calendar);
  // The wall skips it where clocks go forward over it.
  return shown > now ? shown : at;
}

function lastAt(minute: number, now: number, calendar: Calendar): number {
  const behind = modulo(localMinute(now, calendar) - minute, DAY_MINUTES);
  return Math.min(now, asShown(now - behind * MINUTE_MS, now, calendar));
}

/** The instant at which the wall shows what it would if clocks were not changed between now and then. */
function asShown(at: number, now: number, calendar: Calendar): number {
  return Math.round(at + (calendar.offsetAt(now) - calendar.offsetAt(at)) * MINUTE_MS);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
