import type { TrialResult, TrialRow } from '../../core/messages/tuning.ts';

/** Radius of what stands for a nudge: a ring for how the rule is set, a dot for how it is under edit; both where they agree. */
export const MARK = { before: 4.5, after: 2.5 } as const;

/** In pixels. */
export const TRIAL = {
  /** Room for the days' names. */
  left: 52,
  row: 14,
  top: 2,
  /** Room for the hours. */
  axis: 18,
  /** Least room for an hour's name. */
  hourName: 34,
  /** A picture as wide as a page is hard to read across. */
  widest: 760,
} as const;

/** A day of the picture. */
export interface TrialDay {
  readonly date: string;
  readonly rows: readonly TrialRow[];
}

/** A day for each date; a row stands where it is first told of. */
export function daysOf({ dates, rows }: TrialResult): TrialDay[] {
  const byDate = Map.groupBy(rows, row => (row.before ?? row.after)?.date ?? '');
  return dates.map(date => ({ date, rows: byDate.get(date) ?? [] }));
}

export function isMonday(day: TrialDay | undefined): boolean {
  return day !== undefined && new Date(day.date).getUTCDay() === 1;
}

const HOUR = 60;
/** Shown even where nothing is told then: most people's working day. */
const USUAL = { from: 8, to: 19 };

/** The whole hours that hold every nudge. */
export function hoursOf({ rows }: TrialResult): { from: number; to: number } {
  const minutes = rows.flatMap(({ before, after }) => [before, after].flatMap(nudge => nudge?.minute ?? []));
  return {
    from: Math.min(USUAL.from, ...minutes.map(minute => Math.floor(minute / HOUR))),
    to: Math.max(USUAL.to, ...minutes.map(minute => Math.floor(minute / HOUR) + 1)),
  };
}

/** Hours that are named, as many as there is room for. */
export function namedHours({ from, to }: { from: number; to: number }, width: number): number[] {
  const every = [1, 2, 3, 4, 6, 12].find(step => (width / (to - from)) * step >= TRIAL.hourName) ?? 24;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(hour => hour % every === 0);
}
