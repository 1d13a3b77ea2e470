import type { Pause } from '../core/record/pause.ts';

/** Whether a record is kept now. */
export type KeeperState =
  /** There is no record: the user has not said Start, or has erased it. */
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'recording' }
  /** `until`: epoch milliseconds at which it goes on by itself; null: when the user resumes. */
  | { readonly kind: 'paused'; readonly until: number | null }
  /** None can be kept, or it cannot be written now; `reason` says what happened, `remedy` what to do next. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly remedy: string };

/** Of a record that can be written; null: it is not paused. */
export function stateWhile(pause: Pause | null): KeeperState {
  return pause ? { kind: 'paused', until: pause.until } : { kind: 'recording' };
}

/** Whether two say the same of a pause. */
export function isSamePause(one: KeeperState, other: KeeperState | null): boolean {
  if (one.kind !== 'paused' || other?.kind !== 'paused') return one.kind === other?.kind;
  return one.until === other.until;
}
