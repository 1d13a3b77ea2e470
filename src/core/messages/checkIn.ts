import * as z from 'zod/mini';
import { CHECK_IN_LEVELS, type CheckInWords } from '../checkIn.ts';

/** What was said of a day. */
export interface CheckIn extends CheckInWords {
  /** ISO date. */
  readonly date: string;
}

/** The check-in of today. It stands where it was said, is asked, or was asked for. */
export interface CheckInView {
  /** What was said already; null: nothing. */
  readonly said: CheckIn | null;
  /** It is the time of day to ask, and nothing was said yet. */
  readonly isAsked: boolean;
  /** When the user last asked for it in this window today, in epoch milliseconds; null: not yet. */
  readonly wantedAt: number | null;
}

/** What the panel asks about the check-in. */
export const CHECK_IN_REQUESTS = [
  z.object({
    type: z.literal('checkIn'),
    energy: z.nullable(z.enum(CHECK_IN_LEVELS)),
    flow: z.nullable(z.enum(CHECK_IN_LEVELS)),
    satisfaction: z.nullable(z.enum(CHECK_IN_LEVELS)),
    sentence: z.string(),
  }),
  /** Not today. */
  z.object({ type: z.literal('skipCheckIn') }),
] as const;
export type CheckInRequest = z.output<(typeof CHECK_IN_REQUESTS)[number]>;
