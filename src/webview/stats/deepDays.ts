import { formatDuration } from '../../core/text/duration.ts';

/** A weekday in the picture of deep hours. */
export interface DeepDay {
  /** "Monday" */
  readonly name: string;
  /** Milliseconds, of all its hours. */
  readonly totalMs: number;
  /** From the first hour that any weekday used to the last. */
  readonly hours: readonly DeepHour[];
  /** null: it has none. */
  readonly deepest: DeepHour | null;
}

export interface DeepHour {
  /** 0 to 23 */
  readonly hour: number;
  readonly ms: number;
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Fewer would be drawn too wide. */
const LEAST_HOURS = 8;

/** Takes milliseconds by weekday (0: Monday) and hour of the day. */
export function deepDays(deepHours: readonly (readonly number[])[]): DeepDay[] {
  const [first, last] = usedHours(deepHours);
  return NAMES.map((name, weekday) => {
    const all = (deepHours[weekday] ?? []).map((ms, hour): DeepHour => ({ hour, ms }));
    const deepest = all.reduce<DeepHour | null>(
      (most, hour) => (hour.ms > (most?.ms ?? 0) ? hour : most),
      null,
    );
    return {
      name,
      totalMs: all.reduce((sum, { ms }) => sum + ms, 0),
      hours: all.slice(first, last + 1),
      deepest,
    };
  });
}

/** The first and last hour with anything in it, moved apart where they are close together. */
function usedHours(deepHours: readonly (readonly number[])[]): [first: number, last: number] {
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter(hour =>
    deepHours.some(hours => (hours[hour] ?? 0) > 0),
  );
  const last = Math.min(23, Math.max(used.at(-1) ?? 0, (used[0] ?? 0) + LEAST_HOURS - 1));
  return [Math.min(used[0] ?? 0, last - LEAST_HOURS + 1), last];
}

/** "Monday: 6 h 20 deep, most from 10 to 11" */
export function deepDayText({ name, totalMs, deepest }: DeepDay): string {
  return deepest
    ? `${name}: ${formatDuration(totalMs)} deep, most from ${hourText(deepest)}`
    : `${name}: nothing deep`;
}

/** "10 to 11" */
export function hourText({ hour }: DeepHour): string {
  return `${hour} to ${hour + 1}`;
}
