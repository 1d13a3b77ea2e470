import type { Signal } from '../../../../src/core/activity/signal.ts';

/**
 * What patterns come to, computed plainly from the signals of one day and from the words that describe them: nothing here is shared
 * with the generator or with the product's rules. Times in milliseconds.
 */

export const MINUTE = 60_000;
const IDLE_MS = 5 * MINUTE;

/** A sign of a person, and how long it holds: up to the next one, unless that comes too late. */
export interface Sign {
  readonly at: number;
  readonly ms: number;
  readonly signal: Signal;
  /** What is worked on: project and item. */
  readonly work: string;
  readonly item: string;
  readonly isDebugging: boolean;
}

/** The signs of a day in order. Planted years send them from focused windows only. */
export function signsOf(signals: readonly Signal[]): Sign[] {
  const signs: Omit<Sign, 'ms'>[] = [];
  let item = '';
  let project = '';
  let isDebugging = false;
  for (const signal of signals) {
    if (signal.kind === 'queue') item = signal.phase === 'start' ? signal.item : '';
    if (signal.kind === 'debug') isDebugging = signal.phase === 'start';
    project = signal.doc?.project ?? project;
    if (isSign(signal)) signs.push({ at: signal.at, signal, work: `${project} ${item}`, item, isDebugging });
  }
  return signs.map((sign, i) => {
    const ms = (signs[i + 1]?.at ?? sign.at) - sign.at;
    return { ...sign, ms: ms <= IDLE_MS ? ms : 0 };
  });
}

function isSign(signal: Signal): boolean {
  switch (signal.kind) {
    case 'edit':
    case 'read':
    case 'save':
    case 'open':
      return true;
    case 'debug':
    case 'task':
    case 'terminal':
      return signal.phase === 'start';
    default:
      return false;
  }
}

/** Whether somebody was away before a sign, and for how long. */
export function pauseBefore(signs: readonly Sign[], i: number): number {
  const sign = signs[i];
  const before = signs[i - 1];
  return sign && before ? sign.at - before.at : 0;
}

/** The most that falls into any time of that length. */
export function mostWithin(
  amounts: readonly { readonly at: number; readonly amount: number }[],
  ms: number,
): number {
  let most = 0;
  amounts.forEach(({ at: from }, i) => {
    let sum = 0;
    for (const { at, amount } of amounts.slice(i)) {
      if (at >= from + ms) break;
      sum += amount;
    }
    most = Math.max(most, sum);
  });
  return most;
}

/** The highest that a sum gets before something sets it back to nothing. */
export function highest<T>(all: readonly T[], amountOf: (one: T) => number | 'reset'): number {
  let sum = 0;
  let most = 0;
  for (const one of all) {
    const amount = amountOf(one);
    sum = amount === 'reset' ? 0 : sum + amount;
    most = Math.max(most, sum);
  }
  return most;
}
