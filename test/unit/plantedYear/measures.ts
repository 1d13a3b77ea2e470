import type { Doc, Signal } from '../../../src/core/activity/signal.ts';

/**
 * What the patterns come to, computed plainly from signals and from the words that describe them: nothing here is shared with the
 * generator or with the product's rules. Times in milliseconds.
 */

const MINUTE = 60_000;
const IDLE_MS = 5 * MINUTE;
const SHORTEST_RUN_MS = 10_000;

interface Sign {
  readonly at: number;
  readonly doc: Doc | null;
}

/** Signs of a person. Planted years send them from focused windows only. */
export function signsOf(signals: readonly Signal[]): Sign[] {
  return signals.filter(signal => {
    switch (signal.kind) {
      case 'edit':
        return signal.origin !== 'program';
      case 'read':
      case 'save':
      case 'debug':
      case 'terminal':
        return true;
      case 'open':
        return signal.doc !== null;
      case 'task':
        return signal.phase === 'start';
      default:
        return false;
    }
  });
}

/** The longest time in which no two signs are farther apart than the idle rule says. */
export function longestWithoutBreak(signals: readonly Signal[]): number {
  return longestStretch(signsOf(signals).map(({ at }) => at));
}

function longestStretch(times: readonly number[]): number {
  let longest = 0;
  let start = times[0] ?? 0;
  times.forEach((at, i) => {
    if (at - (times[i - 1] ?? at) > IDLE_MS) start = at;
    longest = Math.max(longest, at - start);
  });
  return longest;
}

/** The most of these that fall into any time of that length. */
function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(0, ...times.map((from, i) => times.slice(i).filter(at => at < from + ms).length));
}

/** The most changes of project in a time of that length; stays under ten seconds are none. */
export function mostSwitches(signals: readonly Signal[], overMs: number): number {
  return mostWithin(
    changes(signals, doc => doc?.project ?? null, SHORTEST_RUN_MS).map(({ at }) => at),
    overMs,
  );
}

/** The most changes between the same two files in a time of that length. */
export function mostFileChanges(signals: readonly Signal[], overMs: number): number {
  const byPair = new Map<string, number[]>();
  for (const { at, pair } of changes(signals, doc => doc?.path ?? null, 0)) {
    byPair.set(pair, [...(byPair.get(pair) ?? []), at]);
  }
  return Math.max(0, ...[...byPair.values()].map(times => mostWithin(times, overMs)));
}

/** When what documents are of changes, within one stretch of work. */
function changes(signals: readonly Signal[], keyOf: (doc: Doc | null) => string | null, shortestMs: number) {
  const found: { at: number; pair: string }[] = [];
  let key: string | null = null;
  let since = 0;
  let last = -Infinity;
  for (const { at, doc } of signsOf(signals)) {
    const next = keyOf(doc);
    if (next === null) continue;
    if (at - last > IDLE_MS || key === null) {
      key = next;
      since = at;
    } else if (next !== key) {
      if (at - since >= shortestMs) found.push({ at, pair: [key, next].sort().join(' ') });
      key = next;
      since = at;
    }
    last = at;
  }
  return found;
}

/** The most failures of one task or class of commands without a success between them. */
export function mostFailuresInARow(signals: readonly Signal[]): number {
  const row = new Map<string, number>();
  let most = 0;
  for (const signal of signals) {
    if (signal.kind !== 'task' || signal.phase !== 'end') continue;
    const failures = signal.exitCode === 0 ? 0 : (row.get(signal.id) ?? 0) + 1;
    row.set(signal.id, failures);
    most = Math.max(most, failures);
  }
  return most;
}

/** The longest time that a file had errors. */
export function longestError(signals: readonly Signal[]): number {
  const since = new Map<string, number>();
  let longest = 0;
  for (const signal of signals) {
    if (signal.kind !== 'diagnostics') continue;
    const { path } = signal.doc;
    const from = since.get(path);
    if (from !== undefined) longest = Math.max(longest, signal.at - from);
    if (signal.errors === 0) since.delete(path);
    else if (from === undefined) since.set(path, signal.at);
  }
  return longest;
}

/** The most edits taken back in a time of that length. */
export function mostUndone(signals: readonly Signal[], overMs: number): number {
  return mostWithin(
    signals.filter(signal => signal.kind === 'edit' && signal.origin === 'undo').map(({ at }) => at),
    overMs,
  );
}

/** The longest reading without an edit, as long as somebody is there. */
export function longestRead(signals: readonly Signal[]): number {
  let longest = 0;
  let reads: number[] = [];
  for (const signal of signals) {
    if (signal.kind === 'edit') reads = [];
    if (signal.kind === 'read' || signal.kind === 'open') reads.push(signal.at);
    if (signal.kind === 'edit' || signal.kind === 'tick') continue;
    longest = Math.max(longest, longestStretch(reads));
  }
  return longest;
}

/** All waiting for tasks: what of each run of 15 s or more went by without a sign. */
export function waited(signals: readonly Signal[]): number {
  let sum = 0;
  let start: number | null = null;
  for (const signal of signals) {
    if (signal.kind !== 'task' || signal.background || signal.group === 'other') continue;
    if (signal.phase === 'start') start = signal.at;
    else if (start !== null && signal.at - start >= 15_000) sum += signal.at - start;
  }
  return sum;
}

/** The longest work without a look away, a run or another window. */
export function longestUndisturbed(signals: readonly Signal[]): number {
  let longest = 0;
  let signs: number[] = [];
  for (const signal of signals) {
    if (signal.kind === 'focus' || signal.kind === 'task' || signal.kind === 'terminal') {
      longest = Math.max(longest, longestStretch(signs));
      signs = [];
    }
    if (signsOf([signal]).length > 0) signs.push(signal.at);
  }
  return Math.max(longest, longestStretch(signs));
}
