import * as z from 'zod/mini';
import { isDate } from '../queue/plainDate.ts';
import { SETTING_KEYS } from '../settings.ts';
import type { CheckIn } from './checkIn.ts';
import type { RecordingState } from './panel.ts';
import { RECORD_REQUESTS, type RecordView } from './record.ts';
import type { TodayView } from './today.ts';
import type { DoneItemView, WeekView } from './week.ts';

/** What the stats in an editor tab and the host say to each other, by the same rules as the panel. */
export interface StatsMessage {
  readonly type: 'stats';
  readonly stats: StatsSnapshot;
}

/** Everything that the tab shows. */
export interface StatsSnapshot {
  /** Epoch milliseconds at which it was made. */
  readonly at: number;
  /** The local day, an ISO date. */
  readonly today: string;
  readonly recording: RecordingState;
  /** What is looked at, as was asked for last. */
  readonly range:
    | DayRange
    | { readonly kind: 'week'; readonly week: WeekView }
    | { readonly kind: 'record'; readonly record: RecordView };
}

/** A day, with what was finished and said on it. */
export interface DayRange {
  readonly kind: 'day';
  readonly day: TodayView;
  /** Items done, the last first. */
  readonly done: readonly DoneItemView[];
  readonly checkIns: readonly CheckIn[];
}

const DATE = z.string().check(z.refine(isDate));

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
  /** To name any time of today or yesterday. */
  z.object({ type: z.literal('chooseAway') }),
  z.object({ type: z.literal('start') }),
  ...RECORD_REQUESTS,
]);
export type StatsRequest = z.output<typeof STATS_REQUEST>;
