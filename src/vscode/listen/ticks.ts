import type { Disposable } from '../../base/disposable.ts';
import type { Emit } from './emit.ts';

const TICK_MS = 60_000;

/** Says once a minute that the window is alive; a tick that comes late tells of sleep. */
export function tickEveryMinute(window: string, emit: Emit): Disposable {
  const timer = setInterval(() => {
    emit({ kind: 'tick', at: Date.now(), window, doc: null, branch: null });
  }, TICK_MS);
  return {
    dispose: () => {
      clearInterval(timer);
    },
  };
}
