import { PAUSE_EXTENSION, pauseEnd, type PauseLength } from '../core/record/pause.ts';
import type { RecordKeeper } from './recordKeeper.ts';

/** Pauses recording for that long, from `now` (epoch milliseconds) on. */
export function pauseFor(keeper: RecordKeeper, length: PauseLength, now: number): void {
  const { readable } = keeper;
  if (readable) keeper.pause(pauseEnd(length, now, readable.calendar));
}

/** Lets a pause that would end by itself last longer. */
export function extendPause(keeper: RecordKeeper): void {
  const { state } = keeper;
  if (state?.kind === 'paused' && state.until !== null) keeper.pause(state.until + PAUSE_EXTENSION * 60_000);
}
