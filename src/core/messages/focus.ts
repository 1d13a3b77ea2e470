import * as z from 'zod/mini';
import { OUTCOMES, SESSION_KINDS } from '../focus/session.ts';

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

/** What the panel asks about focus sessions. */
export const FOCUS_REQUESTS = [
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
] as const;
export type FocusRequest = z.output<(typeof FOCUS_REQUESTS)[number]>;
