import * as z from 'zod/mini';
import type { Interval } from '../activity/interval.ts';
import { AWAY_KINDS, type AwayKind } from '../activity/signal.ts';

/** The pause that one has come back from: it is asked what it was, or told what it was named by itself. */
export interface AwayView extends Interval {
  /** "23 min" */
  readonly length: string;
  /** "12:05 to 12:28" */
  readonly range: string;
  /** What it was named by `andon.idle.always`; null: it was not, and is asked about. */
  readonly as: AwayKind | null;
  /** Which pauses are like it: "Pauses of 10 to 35 min that begin between 11:00 and 13:00". */
  readonly like: string;
}

/** What the panel asks about time away. */
export const AWAY_REQUESTS = [
  z.object({
    type: z.literal('nameAway'),
    /** Epoch milliseconds. */
    start: z.number(),
    end: z.number(),
    as: z.enum(AWAY_KINDS),
    /** So are all pauses like it, from now on. */
    always: z.boolean(),
  }),
  /** Leaves the question unanswered, or the name as it is. */
  z.object({ type: z.literal('leaveAway') }),
  /** To name any time of today or yesterday. */
  z.object({ type: z.literal('chooseAway') }),
] as const;
export type AwayRequest = z.output<(typeof AWAY_REQUESTS)[number]>;
