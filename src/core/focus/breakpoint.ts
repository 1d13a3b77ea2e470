import type { Signal } from '../activity/signal.ts';

/** Epoch milliseconds of what was last heard; -Infinity: nothing yet. */
export interface Heard {
  /** Of a person, in any window. */
  signalAt: number;
  editAt: number;
  saveAt: number;
  lostFocusAt: number;
}

export const HEARD_NOTHING: Heard = {
  signalAt: -Infinity,
  editAt: -Infinity,
  saveAt: -Infinity,
  lostFocusAt: -Infinity,
};

/** A save is a breakpoint once nothing was edited for this long after it. Source: design, section 3, "Breakpoint". */
export const AFTER_SAVE_MS = 10_000;
/** Nobody is mid-thought in the editor who has not touched it for this long. */
const SILENCE_MS = 20_000;

/** Takes in a signal of this window; what programs do says nothing of a person. The signal is read during the call only. */
export function hear(heard: Heard, signal: Signal): void {
  switch (signal.kind) {
    case 'edit':
      if (signal.origin === 'program') return;
      heard.editAt = heard.signalAt = signal.at;
      return;
    case 'save':
      heard.saveAt = heard.signalAt = signal.at;
      return;
    case 'read':
    case 'open':
    case 'debug':
      heard.signalAt = signal.at;
      return;
    case 'focus':
      if (!signal.focused) heard.lostFocusAt = signal.at;
      return;
    default:
      return;
  }
}

/** Whether a session whose time was up at `due` may end at `now` without cutting into a thought. */
export function isBreakpoint(
  { signalAt, editAt, saveAt, lostFocusAt }: Heard,
  due: number,
  now: number,
): boolean {
  if (lostFocusAt >= due) return true;
  if (now - signalAt >= SILENCE_MS) return true;
  const settledAt = saveAt + AFTER_SAVE_MS;
  return saveAt >= editAt && settledAt >= due && now >= settledAt;
}
