import * as z from 'zod/mini';
import { RECORD_FILTER } from '../audit/filterSchema.ts';
import { SETTING_KEYS } from '../settings.ts';
import { AWAY_REQUESTS, type AwayView } from './away.ts';
import { CHECK_IN_REQUESTS, type CheckInView } from './checkIn.ts';
import { FOCUS_REQUESTS, type FocusView } from './focus.ts';
import type { NumberView } from './numbers.ts';
import { QUEUE_REQUESTS } from './queue.ts';
import type { TodayView } from './today.ts';
import type { WeekGlance } from './week.ts';

/**
 * What the panel and the host say to each other. The host sends whole snapshots, never deltas, since a hidden view loses
 * messages; the panel sends requests, which the host validates.
 */

/** From the host. */
export interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly snapshot: Snapshot;
}

/** What the panel asks about the record as a whole. */
const RECORD_REQUESTS = [
  /** The panel is there and wants a snapshot. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('notNow') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('openDataFolder') }),
  z.object({ type: z.literal('openSetting'), key: z.enum(SETTING_KEYS) }),
  z.object({ type: z.literal('openStats') }),
  /** What a number was computed from. */
  z.object({ type: z.literal('openRecord'), filter: RECORD_FILTER }),
  z.object({ type: z.literal('showLog') }),
] as const;
export type RecordRequest = z.output<(typeof RECORD_REQUESTS)[number]>;

/** From the panel. */
export const PANEL_REQUEST = z.discriminatedUnion('type', [
  ...RECORD_REQUESTS,
  ...FOCUS_REQUESTS,
  ...QUEUE_REQUESTS,
  ...CHECK_IN_REQUESTS,
  ...AWAY_REQUESTS,
]);
export type PanelRequest = z.output<typeof PANEL_REQUEST>;

/** Everything the panel shows but the queue. Plain data, so that it survives posting. */
export interface Snapshot {
  /** Epoch milliseconds at which it was made. */
  readonly at: number;
  readonly recording: RecordingState;
  readonly focus: FocusView;
  /** Deep time of the week that is going on, beside the plan. */
  readonly deepWeek: NumberView<'deepWeek'>;
  readonly today: TodayView;
  /** null: nothing is recorded yet, neither in this week nor before. */
  readonly week: WeekGlance | null;
  /** null: there is no record to keep it in. */
  readonly checkIn: CheckInView | null;
  /** null: there is no pause to say anything of. */
  readonly away: AwayView | null;
}

export type RecordingState =
  /** The user has not yet said Start. `folder` is where the record would lie; `isDeferred`: they said "Not now". */
  | { readonly kind: 'notStarted'; readonly folder: string; readonly isDeferred: boolean }
  | { readonly kind: 'recording' }
  | { readonly kind: 'paused' }
  /** Recording cannot be; `reason` says what happened, `remedy` what to do next. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly remedy: string };
