import type { Signal } from '../../../src/core/activity/signal.ts';
import { tick } from '../signals.ts';
import { HOUR, MINUTE } from './developer.ts';

/** Longer absences without a signal are nights: the machine is off. */
const OFF_MS = 3 * HOUR;

/** Adds the tick that every open window gives once a minute, from its first signal to its last; not while the machine is off. */
export function withTicks(signals: readonly Signal[]): Signal[] {
  const lastSign = new Map<string, number>();
  const ticks: Signal[] = [];
  for (const { at, window } of signals) {
    let last = lastSign.get(window) ?? at;
    if (at - last > OFF_MS) last = at;
    for (; last + MINUTE < at; last += MINUTE) ticks.push(tick(last + MINUTE, { window }));
    // Windows count their minutes each from its own start.
    lastSign.set(window, lastSign.has(window) ? last : at);
  }
  return [...signals, ...ticks].sort((a, b) => a.at - b.at);
}
