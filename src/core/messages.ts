import * as z from 'zod/mini';
import type { Interval } from './activity/interval.ts';
import type { AwayKind } from './activity/signal.ts';
import type { Activity } from './activity/span.ts';
import { OUTCOMES, SESSION_KINDS } from './focus/session.ts';
import { SETTING_KEYS, type SettingKey } from './settings.ts';

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
  z.object({ type: z.literal('openSetting'), key: z.enum(SETTING_KEYS) }),
  z.object({ type: z.literal('showLog') }),
  z.object({
    type: z.literal('startSession'),
    kind: z.enum(SESSION_KINDS),
    /** Of no use to `flow`. */
    minutes: z.number().check(z.minimum(1), z.maximum(180)),
    intention: z.string(),
  }),
  z.object({ type: z.literal('pauseSession') }),
  z.object({ type: z.literal('resumeSession') }),
  z.object({ type: z.literal('extendSession') }),
  /** The host asks how it went. */
  z.object({ type: z.literal('endSession') }),
  /** Says how the session went that has ended by itself. */
  z.object({ type: z.literal('reviewSession'), id: z.number(), outcome: z.enum(OUTCOMES) }),
]);
export type PanelRequest = z.output<typeof PANEL_REQUEST>;

/** Everything the panel shows. Plain data, so that it survives posting. */
export interface Snapshot {
  /** Epoch milliseconds at which it was made. */
  readonly at: number;
  readonly recording: RecordingState;
  readonly focus: FocusView;
  readonly today: TodayView;
}

export type FocusView =
  /** There is no record to keep a session in. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'ready';
      /** What a session is planned for, by the setting. */
      readonly minutes: number;
      /** The session that has ended by itself and of which nothing was said yet. */
      readonly review: { readonly id: number; readonly text: string; readonly intention: string } | null;
    }
  | { readonly kind: 'session'; readonly session: SessionView };

/** A session that is not over, as of the snapshot; the panel counts on by itself. Lengths in milliseconds. */
export interface SessionView {
  /** null: it counts up. */
  readonly plannedMs: number | null;
  readonly elapsedMs: number;
  readonly isPaused: boolean;
  /** The user's own words; may be empty. */
  readonly intention: string;
  /** "1 switch, 2 losses of focus"; empty: none. */
  readonly interruptions: string;
}

export type RecordingState =
  /** The user has not yet said Start. `folder` is where the record would lie; `isDeferred`: they said "Not now". */
  | { readonly kind: 'notStarted'; readonly folder: string; readonly isDeferred: boolean }
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
  /** Nothing is recorded of the day yet: no time, no name, no edit. */
  readonly isEmpty: boolean;
  /** In order of time; neighbours of one kind are joined. */
  readonly pieces: readonly PieceView[];
  /** Blocks of every length, in order; deep ones marked. */
  readonly blocks: readonly BlockView[];
  readonly numbers: readonly NumberView[];
  readonly byProject: readonly ShareView[];
  readonly byLanguage: readonly ShareView[];
  readonly byActivity: readonly ShareView[];
}

/** Active time, or time away that was named. `reading` is a word of both, so the two are kept apart. */
export type PieceView =
  | (Interval & { readonly kind: 'active'; readonly activity: Activity; readonly project: string | null })
  | (Interval & { readonly kind: 'named'; readonly as: AwayKind });

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
  /** What the number is seen beside: "3 blocks", "of 7 h 06"; empty where there is nothing to say. */
  readonly beside: string;
  readonly explanation: Explanation;
}

export const NUMBER_IDS = ['active', 'deep', 'idle', 'switches', 'fragmentation', 'edits'] as const;
export type NumberId = (typeof NUMBER_IDS)[number];

export interface ShareView {
  /** Unique in its list. `rest`: everything after the first few; `none`: time that belongs to no name. */
  readonly kind: 'name' | 'rest' | 'none';
  /** Where `kind` is `name`, data as recorded, so it may hold anything. */
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
  readonly setting: SettingKey | null;
}

export interface Term {
  /** Names in it are isolated (`isolate`), so that they cannot turn the text around them. */
  readonly label: string;
  readonly value: string;
}
