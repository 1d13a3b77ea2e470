import { rest, type Clock } from '../base/clock.ts';
import { StoreBusy } from '../store/errors.ts';

/** How often, and after how many milliseconds each, is tried again what another window is in the way of: two seconds in all. */
const TRIES = 40;
const PAUSE_MS = 50;

/** Does what the user asks for, and waits a moment where another window writes. Rejects with what `work` throws. */
export async function whenFree<T>(clock: Clock, work: () => T): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof StoreBusy) || tries === TRIES) throw error;
    }
    await rest(clock, PAUSE_MS);
  }
}
