import type { WeekDayView } from '../../core/messages/week.ts';

/** Measures of the week's picture, in pixels. */
export interface WeekLayout {
  readonly height: number;
  /** Room on the left for the hours; 0: they are left out. */
  readonly left: number;
  /** Where the longest bar may end, and where all begin. */
  readonly top: number;
  readonly base: number;
  /** Baseline of the days' names. */
  readonly names: number;
  readonly widestBar: number;
}

/** In the tab. */
export const WIDE: WeekLayout = { height: 158, left: 34, top: 10, base: 130, names: 148, widestBar: 60 };

/** In the panel. */
export const SMALL: WeekLayout = { height: 66, left: 0, top: 4, base: 50, names: 63, widestBar: 22 };

/** The band of one's usual stands out from a bar on either side. */
export const BAND_MARGIN = 6;

/** Least room for "Mon 16", for "Mon", for "Mo". */
const LONG_NAME = 50;
const SHORT_NAME = 26;

/** A day's name below its bar, as much as there is room for: "Mon 16", "Mon", "Mo". */
export function dayName(weekday: string, date: string, room: number): string {
  if (room >= LONG_NAME) return `${weekday} ${Number(date.slice(8))}`;
  return room >= SHORT_NAME ? weekday : weekday.slice(0, 2);
}

export const HOUR_MS = 3_600_000;
/** A first hour does not fill the picture. */
const LEAST_HOURS = 2;

/** Hours that the picture must have room for. */
export function longestHours(days: readonly Pick<WeekDayView, 'activeMs' | 'deepMs' | 'usual'>[]): number {
  const longest = Math.max(
    0,
    ...days.map(({ activeMs, deepMs, usual }) => Math.max(activeMs, deepMs, usual?.highMs ?? 0)),
  );
  return Math.max(LEAST_HOURS, longest / HOUR_MS);
}
