import type { Signal } from '../../../../src/core/activity/signal.ts';
import { isBudgeted } from '../../../support/plantedYear/patterns/queue.ts';
import { highest, MINUTE, mostWithin, pauseBefore, signsOf, type Sign } from './signs.ts';

/** The longest work without a pause of five minutes. */
export function longestWithoutBreak(signals: readonly Signal[]): number {
  return longestStretch(signsOf(signals), () => false);
}

/** The longest stretch of one project and item, which is deep from 25 minutes on. */
export function longestBlock(signals: readonly Signal[]): number {
  const signs = signsOf(signals);
  return longestStretch(signs, (sign, i) => sign.work !== signs[i - 1]?.work);
}

function longestStretch(signs: readonly Sign[], isNew: (sign: Sign, i: number) => boolean): number {
  let start = 0;
  let longest = 0;
  signs.forEach((sign, i) => {
    if (i === 0 || pauseBefore(signs, i) > 5 * MINUTE || isNew(sign, i)) start = sign.at;
    longest = Math.max(longest, sign.at + sign.ms - start);
  });
  return longest;
}

/** The time that an item with a budget has taken. */
export function timeOfBudgeted(signals: readonly Signal[]): number {
  return signsOf(signals)
    .filter(({ item }) => isBudgeted(item))
    .reduce((sum, { ms }) => sum + ms, 0);
}

/** Work from an instant on. */
export function workFrom(signals: readonly Signal[], from: number): number {
  return signsOf(signals)
    .filter(({ at }) => at >= from)
    .reduce((sum, { ms }) => sum + ms, 0);
}

/** The most coding without a change of work or a pause of two minutes. */
export function mostFlow(signals: readonly Signal[]): number {
  const signs = signsOf(signals);
  let edited = false;
  let flow = 0;
  let most = 0;
  signs.forEach((sign, i) => {
    const { kind } = sign.signal;
    const isCoding = kind === 'edit' || (kind === 'save' && edited) || kind === 'task' || sign.isDebugging;
    edited = kind === 'edit';
    if (pauseBefore(signs, i) >= 2 * MINUTE || sign.work !== signs[i - 1]?.work) flow = 0;
    flow += isCoding ? Math.min(sign.ms, 2 * MINUTE) : 0;
    most = Math.max(most, flow);
  });
  return most;
}

/** The most reading without an edit between, and without half an hour away. */
export function mostReading(signals: readonly Signal[]): number {
  const signs = signsOf(signals).map((sign, i, all) => ({ ...sign, pause: pauseBefore(all, i) }));
  return highest(signs, ({ signal, ms, pause, isDebugging }) => {
    if (signal.kind === 'edit' || pause >= 30 * MINUTE) return 'reset';
    return !isDebugging && (signal.kind === 'read' || signal.kind === 'open') ? ms : 0;
  });
}

/** The most waiting for builds and tests within two hours: runs of 15 s or more, from start to end. */
export function mostWaiting(signals: readonly Signal[]): number {
  const runs: { at: number; amount: number }[] = [];
  let start = 0;
  for (const signal of signals) {
    if (signal.kind !== 'task') continue;
    if (signal.phase === 'start') start = signal.at;
    else if (signal.at - start >= 15_000) runs.push({ at: signal.at, amount: signal.at - start });
  }
  return mostWithin(runs, 120 * MINUTE);
}

/** The longest time that one file had errors without a quarter of an hour away. */
export function longestError(signals: readonly Signal[]): number {
  const since = new Map<string, number>();
  let longest = 0;
  let signAt = -Infinity;
  for (const signal of signals) {
    if (signal.kind === 'edit' || signal.kind === 'read') {
      if (signal.at - signAt > 15 * MINUTE) since.clear();
      signAt = signal.at;
    }
    if (signal.kind !== 'diagnostics') continue;
    const from = since.get(signal.doc.path) ?? signal.at;
    longest = Math.max(longest, signal.at - from);
    if (signal.errors > 0) since.set(signal.doc.path, from);
    else since.delete(signal.doc.path);
  }
  return longest;
}
