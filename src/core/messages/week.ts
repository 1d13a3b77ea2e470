import type { CheckIn } from './checkIn.ts';
import type { Explanation, NumberView, ShareView } from './numbers.ts';

/** A week, Monday to Sunday. Lengths in milliseconds. */
export interface WeekView {
  /** ISO dates of its Monday, and of the Mondays before and after; null where nothing is recorded, or all is to come. */
  readonly monday: string;
  readonly earlier: string | null;
  readonly later: string | null;
  readonly isCurrent: boolean;
  readonly isEmpty: boolean;
  /** Seven, from Monday on. */
  readonly days: readonly WeekDayView[];
  /** How many past weeks "usual" is told from; 0: too few, and then no band is shown. */
  readonly usualWeeks: number;
  /** Each with the plan or one's usual beside it. */
  readonly numbers: readonly NumberView<WeekNumberId>[];
  readonly byItem: readonly ShareView[];
  readonly byProject: readonly ShareView[];
  readonly byBranch: readonly ShareView[];
  readonly byLanguage: readonly ShareView[];
  readonly byActivity: readonly ShareView[];
  /** Items done in the week, the last first. */
  readonly done: readonly DoneItemView[];
  /** Time in deep blocks by weekday (0: Monday) and hour of the day (0 to 23), over the last eight weeks. */
  readonly deepHours: readonly (readonly number[])[];
  /** How `deepHours` was computed. */
  readonly deepHoursHow: Explanation;
  /** In order of date. */
  readonly checkIns: readonly CheckIn[];
}

export const WEEK_NUMBER_IDS = [
  'deep',
  'active',
  'fragmentation',
  'switches',
  'waiting',
  'done',
  'commits',
  'exploration',
] as const;
export type WeekNumberId = (typeof WEEK_NUMBER_IDS)[number];

export interface WeekDayView {
  /** ISO date. */
  readonly date: string;
  readonly activeMs: number;
  readonly deepMs: number;
  /** Active time on this weekday in past weeks, 25th and 75th percentile; null: too few of them. */
  readonly usual: UsualView | null;
  readonly isToday: boolean;
  readonly isToCome: boolean;
}

/** The middle half of past weeks: 25th and 75th percentile, in milliseconds. */
export interface UsualView {
  readonly lowMs: number;
  readonly highMs: number;
}

export interface DoneItemView {
  readonly key: string;
  readonly title: string;
  readonly usedMs: number;
  readonly budgetMinutes: number | null;
  /** Epoch milliseconds. */
  readonly closedAt: number;
}

/** This week at a glance, for the panel. Lengths in milliseconds. */
export interface WeekGlance {
  /** Seven, from Monday on. */
  readonly days: readonly WeekDayView[];
  /** Time in deep blocks so far. */
  readonly deepMs: number;
  /** What is planned of it for the week; null: no plan. */
  readonly planMs: number | null;
  /** The deep time of past weeks; null: too few of them. */
  readonly usual: UsualView | null;
}
