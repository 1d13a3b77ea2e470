import { LONGEST_ASKED_MS } from './question.ts';

/** What decides whether one is told of being away. Times are epoch milliseconds. */
export interface IdleAlertInput {
  /** After how long; 0: never. */
  readonly alertAfterMs: number;
  /** When a person was last heard of in any window; null: today not yet. */
  readonly heardAt: number | null;
  readonly isInSession: boolean;
  readonly now: number;
}

/** Since when nobody was heard of, where that is to be told now; null: it is not. After hours it is no pause: the day is over. */
export function alertSince({ alertAfterMs, heardAt, isInSession, now }: IdleAlertInput): number | null {
  if (alertAfterMs === 0 || heardAt === null || isInSession) return null;
  const ms = now - heardAt;
  return ms >= alertAfterMs && ms <= LONGEST_ASKED_MS ? heardAt : null;
}
