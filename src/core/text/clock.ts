import type { Interval } from '../activity/interval.ts';

/** Says times of day in one zone, on a 24-hour clock: "8:06". */
export interface ClockText {
  time(at: number): string;
  /** "8:06 to 9:15" */
  range(interval: Interval): string;
  /** Minutes since midnight by the clock on the wall. */
  minuteOfDay(at: number): number;
}

const MINUTE_MS = 60_000;
/** Clocks are changed at quarters of an hour, so within one they run on evenly, and the slow question is asked once. */
const QUARTER_MS = 15 * MINUTE_MS;

/** Throws a RangeError for a name that is no zone. */
export function clockText(zone: string): ClockText {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const known = new Map<number, number>();

  function minuteOfDay(at: number): number {
    const quarter = Math.floor(at / QUARTER_MS);
    let minute = known.get(quarter);
    if (minute === undefined) {
      minute = readMinute(format, quarter * QUARTER_MS);
      known.set(quarter, minute);
    }
    return minute + Math.floor((at - quarter * QUARTER_MS) / MINUTE_MS);
  }
  function time(at: number): string {
    const minute = minuteOfDay(at);
    return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  }
  return { time, range: ({ start, end }) => `${time(start)} to ${time(end)}`, minuteOfDay };
}

function readMinute(format: Intl.DateTimeFormat, at: number): number {
  let minute = 0;
  for (const { type, value } of format.formatToParts(at)) {
    if (type === 'hour') minute += Number(value) * 60;
    else if (type === 'minute') minute += Number(value);
  }
  return minute;
}
