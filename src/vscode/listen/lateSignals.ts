import type { Signal } from '../../core/activity/signal.ts';
import type { Emit } from './emit.ts';

/** Takes signals that are not known at once, since what tells them must be loaded first. */
export type EmitLate = (signal: Promise<Signal>) => void;

/** Emits them in the order in which they came; each has the time of when it came. One that fails is left out. */
export function inOrder(emit: Emit, onFailure: (error: unknown) => void): EmitLate {
  let last: Promise<void> = Promise.resolve();
  return signal => {
    const mine = Promise.all([signal, last]).then(([known]) => {
      emit(known);
    });
    last = mine.catch(onFailure);
  };
}
