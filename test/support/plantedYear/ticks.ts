import type { Signal } from '../../../src/core/activity/signal.ts';
import { tick } from '../signals.ts';
import { HOUR, MINUTE } from './developer.ts';

/** Longer absences without a signal are nights: the machine is off. */
const OFF_MS = 3 * HOUR;

/** Adds the tick that every open window gives once a minute, from its first signal to its last; not while the machine is off. */
export function withTicks(signals: readonly Signal[]): Signal[] {
  const last = new Map<string, number>();
  const ticks: Signal[] = [];
  for (const { at, window } of signals) {
    const before = last.get(window);
    if (before !== undefined && at - before < OFF_MS) {
      for (let next = nextMinute(before, window); next < at; next += MINUTE)
        ticks.push(tick(next, { window }));
    }
    last.set(window, at);
  }
  return merged(signals, ticks);
}

/** Every window counts its minutes from when it was opened, so that two are out of step. */
function nextMinute(after: number, window: string): number {
  const phase = [...window].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % MINUTE, 7);
  return after - ((((after - phase) % MINUTE) + MINUTE) % MINUTE) + MINUTE;
}

function merged(signals: readonly Signal[], ticks: readonly Signal[]): Signal[] {
  return [...signals, ...ticks].sort((a, b) => a.at - b.at);
}
