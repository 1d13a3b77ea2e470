import * as z from 'zod/mini';
import { SETTING_KEYS } from '../settings.ts';
import type { CheckIn } from './checkIn.ts';
import type { NumberView, ShareView } from './numbers.ts';
import type { RecordingState } from './panel.ts';
import type { TodayView } from './today.ts';

/** What the stats in an editor tab and the host say to each other, by the same rules as the panel. */
export interface StatsMessage {
  readonly type: 'stats';
  readonly stats: StatsSnapshot;
}

/** Everything that the tab shows. */
export interface StatsSnapshot {
  /** Epoch milliseconds at which it was made. */
  readonly at: number;
  readonly recording: RecordingState;
  /** What is looked at, as was asked for last. */
  readonly range:
    { readonly kind: 'day'; readonly day: TodayView } | { readonly kind: 'week'; readonly week: WeekView };
}

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
  readonly numbers: readonly NumberView[];
  readonly byItem: readonly ShareView[];
  readonly byProject: readonly ShareView[];
  readonly byBranch: readonly ShareView[];
  readonly byLanguage: readonly ShareView[];
  readonly byActivity: readonly ShareView[];
  /** Items done in the week, the last first. */
  readonly done: readonly DoneItemView[];
  /** Time in deep blocks by weekday (0: Monday) and hour of the day (0 to 23), over the last eight weeks. */
  readonly deepHours: readonly (readonly number[])[];
  /** In order of date. */
  readonly checkIns: readonly CheckIn[];
}

export interface WeekDayView {
  /** ISO date. */
  readonly date: string;
  readonly activeMs: number;
  readonly deepMs: number;
  /** Active time on this weekday in past weeks, 25th and 75th percentile; null: too few of them. */
  readonly usual: { readonly lowMs: number; readonly highMs: number } | null;
  readonly isToday: boolean;
  readonly isToCome: boolean;
}

export interface DoneItemView {
  readonly key: string;
  readonly title: string;
  readonly usedMs: number;
  readonly budgetMinutes: number | null;
  /** Epoch milliseconds. */
  readonly closedAt: number;
}

const DATE = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** From the tab. */
export const STATS_REQUEST = z.discriminatedUnion('type', [
  /** The tab is there and wants a snapshot. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('showDay'), date: DATE }),
  /** The week that holds the date. */
  z.object({ type: z.literal('showWeek'), date: DATE }),
  z.object({ type: z.literal('openSetting'), key: z.enum(SETTING_KEYS) }),
  /** To say how today was. */
  z.object({ type: z.literal('openCheckIn') }),
  z.object({ type: z.literal('start') }),
]);
export type StatsRequest = z.output<typeof STATS_REQUEST>;
