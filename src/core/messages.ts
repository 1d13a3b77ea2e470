import * as z from 'zod/mini';
import type { Interval } from './activity/interval.ts';
import type { AwayKind } from './activity/signal.ts';
import type { Activity } from './activity/span.ts';

/**
 * What the panel and the host say to each other. The host sends whole snapshots, never deltas, since a hidden view loses
 * messages; the panel sends requests, which the host validates.
 */

/** From the host. */
export interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly snapshot: Snapshot;
}

/** From the panel. */
export const PANEL_REQUEST = z.discriminatedUnion('type', [
  /** The panel is there and wants a snapshot. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('notNow') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('openDataFolder') }),
  z.object({ type: z.literal('openSetting'), key: z.string().check(z.maxLength(100)) }),
  z.object({ type: z.literal('showLog') }),
]);
export type PanelRequest = z.output<typeof PANEL_REQUEST>;

/** Everything the panel shows. Plain data, so that it survives posting. */
export interface Snapshot {
  /** Epoch milliseconds at which it was made. */
  readonly at: number;
  readonly recording: RecordingState;
  readonly today: TodayView;
}

export type RecordingState =
  /** The user has not yet said Start. `folder` is where the record would lie. */
  | { readonly kind: 'notStarted'; readonly folder: string }
  | { readonly kind: 'recording' }
  | { readonly kind: 'paused' }
  /** Recording cannot be; `reason` says what happened, `remedy` what to do next. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly remedy: string };

/** Today's numbers and picture. Times are epoch milliseconds, lengths milliseconds. */
export interface TodayView {
  /** ISO date. */
  readonly date: string;
  /** Local midnight, and the next. */
  readonly start: number;
  readonly end: number;
  /** IANA zone, to label hours by. */
  readonly zone: string;
  /** In order of time; neighbours of one kind are joined. */
  readonly pieces: readonly PieceView[];
  /** Blocks of every length, in order; deep ones marked. */
  readonly blocks: readonly BlockView[];
  readonly numbers: readonly NumberView[];
  readonly byProject: readonly ShareView[];
  readonly byLanguage: readonly ShareView[];
  readonly byActivity: readonly ShareView[];
}

export interface PieceView extends Interval {
  /** Active time of this activity, or time that was named. */
  readonly kind: Activity | AwayKind;
  readonly project: string | null;
}

export interface BlockView extends Interval {
  readonly project: string | null;
  readonly activeMs: number;
  readonly isDeep: boolean;
}

/** One number, with how it was computed. */
export interface NumberView {
  readonly id: NumberId;
  readonly label: string;
  /** As shown: "2 h 05", "9", "0.41", "–". */
  readonly value: string;
  readonly explanation: Explanation;
}

export const NUMBER_IDS = ['active', 'deep', 'idle', 'switches', 'fragmentation', 'edits'] as const;
export type NumberId = (typeof NUMBER_IDS)[number];

export interface ShareView {
  readonly name: string;
  readonly ms: number;
  readonly value: string;
  readonly explanation: Explanation;
}

/** "How this was computed": the definition in plain words, then the figures that went into it. */
export interface Explanation {
  readonly definition: string;
  readonly terms: readonly Term[];
  /** The setting that changes the number, without the `andon.` prefix. */
  readonly setting: string | null;
}

export interface Term {
  readonly label: string;
  readonly value: string;
}
