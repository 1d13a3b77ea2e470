import type { Interval } from '../../core/activity/interval.ts';
import type { ClockText } from '../../core/text/clock.ts';

export interface HourTick {
  readonly at: number;
  /** 0 to 23, or 24 at the end of a day. */
  readonly hour: number;
}

const HOUR_MS = 3_600_000;
const STEPS = [1, 2, 3, 4, 6, 12];

/** Full hours to label, at most `most` of them, at hours that divide a day evenly. */
export function hourTicks({ start, end }: Interval, clock: ClockText, most: number): HourTick[] {
  const hours: HourTick[] = [];
  for (let at = start; at <= end; at += HOUR_MS) {
    const minute = clock.minuteOfDay(at);
    if (minute % 60 !== 0) continue;
    hours.push({ at, hour: minute === 0 && at > start ? 24 : minute / 60 });
  }
  const step = STEPS.find(every => hours.length / every <= most) ?? 24;
  return hours.filter(({ hour }) => hour % step === 0);
}
