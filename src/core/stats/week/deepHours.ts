import type { Interval } from '../../activity/interval.ts';
import type { Explanation } from '../../messages/numbers.ts';
import { weekdayFromMonday } from './weekDates.ts';
import { formatDuration } from '../../text/duration.ts';
import { deepBlocks } from '../measures.ts';
import { USUAL_WEEKS } from '../usual.ts';
import type { WeekDay } from './weekDay.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/**
 * Milliseconds in deep blocks by weekday (0: Monday) and hour of the day by the clock on the wall. A block is divided among the
 * hours that it touches. `offsetAt` answers minutes east of UTC.
 */
export function deepHours(
  days: Iterable<WeekDay>,
  deepBlockMs: number,
  offsetAt: (time: number) => number,
): number[][] {
  const table = WEEKDAYS.map(() => Array.from({ length: 24 }, () => 0));
  for (const day of days) {
    const hours = table[weekdayFromMonday(day.date)] ?? [];
    // On most days midnight tells the hour; where clocks change or a journey was made, each instant is asked for.
    const timeOfDay =
      day.end - day.start === DAY_MS
        ? (time: number) => time - day.start
        : (time: number) => mod(time + offsetAt(time) * 60_000, DAY_MS);
    for (const block of deepBlocks(day.blocks, deepBlockMs)) addBlock(hours, block, timeOfDay);
  }
  return table;
}

function addBlock(hours: number[], { start, end }: Interval, timeOfDay: (time: number) => number): void {
  for (let from = start; from < end;) {
    const time = timeOfDay(from);
    const hour = Math.floor(time / HOUR_MS);
    const to = Math.min(end, from + HOUR_MS - (time - hour * HOUR_MS));
    hours[hour] = (hours[hour] ?? 0) + to - from;
    from = to;
  }
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

export function explainDeepHours(table: readonly (readonly number[])[], deepBlockMs: number): Explanation {
  const sums = table.map(hours => hours.reduce((sum, ms) => sum + ms, 0));
  return {
    definition:
      `Time in your deep blocks (of at least ${formatDuration(deepBlockMs)}) by weekday and hour, over this week and the ` +
      `${USUAL_WEEKS - 1} before it. A block that runs over several hours is divided among them.`,
    terms: [
      ...WEEKDAYS.map((weekday, i) => ({ label: `${weekday}s`, value: formatDuration(sums[i] ?? 0) })),
      { label: 'Together', value: formatDuration(sums.reduce((sum, ms) => sum + ms, 0)) },
    ],
    setting: 'focus.deepBlockMinutes',
  };
}
