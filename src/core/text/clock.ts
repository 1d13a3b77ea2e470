import type { Interval } from '../activity/interval.ts';

/** Says times of day in one zone, on a 24-hour clock: "8:06". */
export interface ClockText {
  time(at: number): string;
  /** "8:06 to 9:15" */
  range(interval: Interval): string;
  /** Minutes since midnight by the clock on the wall. */
  minuteOfDay(at: number): number;
}

/** Throws a RangeError for a name that is no zone. */
export function clockText(zone: string): ClockText {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  function parts(at: number): { hour: number; minute: number } {
    let hour = 0;
    let minute = 0;
    for (const part of format.formatToParts(at)) {
      if (part.type === 'hour') hour = Number(part.value);
      else if (part.type === 'minute') minute = Number(part.value);
    }
    return { hour, minute };
  }
  function time(at: number): string {
    const { hour, minute } = parts(at);
    return `${hour}:${String(minute).padStart(2, '0')}`;
  }
  return {
    time,
    range: ({ start, end }) => `${time(start)} to ${time(end)}`,
    minuteOfDay(at) {
      const { hour, minute } = parts(at);
      return hour * 60 + minute;
    },
  };
}
