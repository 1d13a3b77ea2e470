import { rest, type Clock } from '../base/clock.ts';
import { StoreBusy } from '../store/errors.ts';

/** How often, and after how many milliseconds each, is tried again what another window is in the way of. */
const TRIES = 40;
const PAUSE_MS = 50;

/** Does what the user asks for: where another window writes, it waits a moment. Rejects with what `work` throws. */
export async function patiently<T>(clock: Clock, work: () => T): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof StoreBusy) || tries === TRIES) throw error;
    }
    await rest(clock, PAUSE_MS);
  }
}
