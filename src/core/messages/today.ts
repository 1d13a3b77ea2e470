import type { Interval } from '../activity/interval.ts';
import type { AwayKind } from '../activity/signal.ts';
import type { Activity } from '../activity/span.ts';
import type { SessionKind } from '../focus/session.ts';
import type { NumberView, ShareView } from './numbers.ts';

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
  /** Focus sessions, in order; breaks left out. */
  readonly sessions: readonly SessionStretch[];
  /** When an item of the queue was in work, in order of time. Idle time cuts a stretch. */
  readonly items: readonly ItemStretchView[];
  readonly numbers: readonly NumberView<NumberId>[];
  readonly byItem: readonly ShareView[];
  readonly byProject: readonly ShareView[];
  readonly byBranch: readonly ShareView[];
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

/** A focus session with its pauses, clipped to the day. */
export interface SessionStretch extends Interval {
  readonly kind: SessionKind;
  /** The user's own words; may be empty. */
  readonly intention: string;
}

export interface ItemStretchView extends Interval {
  /** As people call it: "A-12"; what was recorded where the queue no longer knows the item. */
  readonly key: string;
  /** Empty where the queue no longer knows it. */
  readonly title: string;
}

/** In the order in which they are listed: what the day was, what came of it, what it was made of. */
export const NUMBER_IDS = [
  'active',
  'deep',
  'switches',
  'fragmentation',
  'waiting',
  'away',
  'idle',
  'done',
  'commits',
  'exploration',
  'edits',
] as const;
export type NumberId = (typeof NUMBER_IDS)[number];
