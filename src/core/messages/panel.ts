import * as z from 'zod/mini';
import { RECORD_FILTER } from '../audit/filterSchema.ts';
import { LONGEST_PAUSE, type PauseLength } from '../record/pause.ts';
import { SETTING_KEYS } from '../settings.ts';
import { AWAY_REQUESTS, type AwayView } from './away.ts';
import { CHECK_IN_REQUESTS, type CheckInView } from './checkIn.ts';
import { FOCUS_REQUESTS, type FocusView } from './focus.ts';
import { NUDGE_REQUESTS, type NudgesView } from './nudges.ts';
import type { NumberView } from './numbers.ts';
import { QUEUE_REQUESTS } from './queue.ts';
import { ROWS_REQUEST } from './record.ts';
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

const PAUSE_LENGTH = z.union([
  z.enum(['tomorrow', 'open']),
  z.int().check(z.minimum(1), z.maximum(LONGEST_PAUSE)),
]) satisfies z.ZodMiniType<PauseLength>;

/** What the panel asks about the record as a whole. */
const RECORD_REQUESTS = [
  /** The panel is there and wants a snapshot. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('notNow') }),
  z.object({ type: z.literal('pause'), length: PAUSE_LENGTH }),
  /** Makes a pause longer. */
  z.object({ type: z.literal('extendPause') }),
  /** To choose how long from a list, or write it. */
  z.object({ type: z.literal('pauseMenu') }),
  z.object({ type: z.literal('resume') }),
  /** Leaves the folders of this window out of the record, until `recordWorkspace`. */
  z.object({ type: z.literal('leaveOutWorkspace') }),
  z.object({ type: z.literal('recordWorkspace') }),
  z.object({ type: z.literal('openDataFolder') }),
  z.object({ type: z.literal('openSetting'), key: z.enum(SETTING_KEYS) }),
  z.object({ type: z.literal('openStats') }),
  /** What a number was computed from. */
  z.object({ type: z.literal('openRecord'), filter: RECORD_FILTER }),
  z.object({ type: z.literal('openRecorded') }),
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
  ...NUDGE_REQUESTS,
  ROWS_REQUEST,
]);
export type PanelRequest = z.output<typeof PANEL_REQUEST>;

/** Everything the panel shows but the queue. Plain data, so that it survives posting. */
export interface Snapshot {
  /** Epoch milliseconds at which it was made. */
  readonly at: number;
  readonly recording: RecordingState;
  /** What lies in this window's folders: whether it is recorded, left out of the record, or there are no folders. */
  readonly workspace: WorkspaceState;
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
  /** null: nothing is suggested, and nothing is to be said of rules. */
  readonly nudges: NudgesView | null;
}

export type WorkspaceState = 'recorded' | 'leftOut' | 'none';

export type RecordingState =
  /** The user has not yet said Start. `folder` is where the record would lie; `isDeferred`: they said "Not now". */
  | { readonly kind: 'notStarted'; readonly folder: string; readonly isDeferred: boolean }
  | { readonly kind: 'recording' }
  /** `until`: epoch milliseconds at which it goes on by itself, `untilText` in words; null and empty: when the user resumes. */
  | { readonly kind: 'paused'; readonly until: number | null; readonly untilText: string }
  /** Recording cannot be; `reason` says what happened, `remedy` what to do next. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly remedy: string };
