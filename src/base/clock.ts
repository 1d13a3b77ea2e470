import type { Disposable } from './disposable.ts';

/** Where time comes from; a test or a replay brings its own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back every `ms` until disposed. */
  every(ms: number, callback: () => void): Disposable;
}

/** The machine's clock. Its timers never keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  every(ms, callback) {
    const timer = setInterval(callback, ms);
    timer.unref();
    return {
      dispose: () => {
        clearInterval(timer);
      },
    };
  },
};

/** Settles once, after `ms`. */
export function rest(clock: Clock, ms: number): Promise<void> {
  return new Promise(resolve => {
    const timer = clock.every(ms, () => {
      timer.dispose();
      resolve();
    });
  });
}
