import * as z from 'zod/mini';
import { REASONS } from '../focus/reasons.ts';
import { FOCUS_KINDS, OUTCOMES, type SessionKind } from '../focus/session.ts';

export type FocusView =
  /** There is no record to keep a session in. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'ready';
      /** What a session is planned for, by the setting. */
      readonly minutes: number;
      /** The session that has ended by itself and of which nothing was said yet. */
      readonly review: ReviewView | null;
      /** What comes next in a series; null: nothing is offered. */
      readonly offer: OfferView | null;
      /** The queue item that is in work, which a session can be for. */
      readonly item: NamedItem | null;
    }
  | {
      readonly kind: 'session';
      readonly session: SessionView;
      /** Asked in a break about the round before it. */
      readonly review: ReviewView | null;
    };

/** A queue item, as a session names it. */
export interface NamedItem {
  readonly id: string;
  readonly key: string;
  readonly title: string;
}

export interface ReviewView {
  readonly id: number;
  /** "25 min are over" */
  readonly text: string;
  /** The user's own words; may be empty. */
  readonly intention: string;
  /** "1 switch, 2 losses of focus"; empty: none, and then no reason is asked for. */
  readonly interruptions: string;
}

export interface OfferView {
  /** "Break, 5 min" */
  readonly take: string;
  /** "Skip to round 3"; null where nothing could be skipped. */
  readonly skip: string | null;
}

/** A session that is not over, as of the snapshot; the panel counts on by itself. Lengths in milliseconds. */
export interface SessionView {
  readonly kind: SessionKind;
  /** null: it counts up. */
  readonly plannedMs: number | null;
  readonly elapsedMs: number;
  readonly isPaused: boolean;
  /** "round 2 of 4"; empty: of no series. */
  readonly series: string;
  /** The user's own words; may be empty. */
  readonly intention: string;
  readonly item: NamedItem | null;
  /** "1 switch, 2 losses of focus"; empty: none. */
  readonly interruptions: string;
}

/** What the panel asks about focus sessions. */
export const FOCUS_REQUESTS = [
  z.object({
    type: z.literal('startSession'),
    kind: z.enum(FOCUS_KINDS),
    /** Of use to a countdown only. */
    minutes: z.number().check(z.minimum(1), z.maximum(180)),
    intention: z.string(),
    /** The id of a queue item. */
    item: z.nullable(z.string()),
  }),
  z.object({ type: z.literal('pauseSession') }),
  z.object({ type: z.literal('resumeSession') }),
  z.object({ type: z.literal('extendSession') }),
  /** The host asks how it went. */
  z.object({ type: z.literal('endSession') }),
  /** Says how the session went that has ended by itself. */
  z.object({
    type: z.literal('reviewSession'),
    id: z.number(),
    outcome: z.enum(OUTCOMES),
    word: z.string(),
    reasons: z.array(z.enum(REASONS)).check(z.maxLength(REASONS.length)),
  }),
  /** Begins the break or the round that is offered. */
  z.object({ type: z.literal('takeOffer') }),
  /** Begins the next round without the break. */
  z.object({ type: z.literal('nextRound') }),
  /** Enough rounds for now. */
  z.object({ type: z.literal('declineOffer') }),
] as const;
export type FocusRequest = z.output<(typeof FOCUS_REQUESTS)[number]>;
