import type { Signal } from '../../../../src/core/activity/signal.ts';
import { longestBlock } from './ofTime.ts';
import { highest, MINUTE, mostWithin, pauseBefore, signsOf } from './signs.ts';

const SHORTEST_RUN_MS = 10_000;
const DEEP_MS = 25 * MINUTE;

/** The most changes of project or item within 20 minutes; what lasts under ten seconds is no change. */
export function mostSwitches(signals: readonly Signal[]): number {
  const switches: { at: number; amount: number }[] = [];
  let before = '';
  let run = { work: '', since: 0 };
  const signs = signsOf(signals);
  signs.forEach(({ at, work }, i) => {
    if (pauseBefore(signs, i) > 5 * MINUTE) before = run.work = '';
    if (work === run.work) return;
    if (at - run.since >= SHORTEST_RUN_MS) before = run.work;
    run = { work, since: at };
    if (before !== '' && before !== work) switches.push({ at, amount: 1 });
  });
  return mostWithin(switches, 20 * MINUTE);
}

/** The most changes between the same two files within ten minutes. */
export function mostFileChanges(signals: readonly Signal[]): number {
  const byPair = new Map<string, { at: number; amount: number }[]>();
  let last = '';
  for (const { at, signal } of signsOf(signals)) {
    const path = signal.doc?.path ?? last;
    if (path !== last) {
      const pair = [last, path].sort().join(' ');
      byPair.set(pair, [...(byPair.get(pair) ?? []), { at, amount: 1 }]);
    }
    last = path;
  }
  return Math.max(0, ...[...byPair.values()].map(changes => mostWithin(changes, 10 * MINUTE)));
}

/** The most failures of one task without a success of it between them. */
export function mostFailures(signals: readonly Signal[]): number {
  const ends = signals.filter(signal => signal.kind === 'task').filter(({ phase }) => phase === 'end');
  const rows = [...Map.groupBy(ends, ({ group }) => group).values()].map(ofGroup =>
    highest(ofGroup, ({ exitCode }) => (exitCode === 0 ? 'reset' : 1)),
  );
  return Math.max(0, ...rows);
}

/** The most undone edits of one file within 20 minutes. */
export function mostUndone(signals: readonly Signal[]): number {
  const undone = signals.filter(signal => signal.kind === 'edit' && signal.origin === 'undo');
  const byFile = Map.groupBy(undone, ({ doc }) => doc?.path);
  const counts = [...byFile.values()].map(edits =>
    mostWithin(
      edits.map(({ at }) => ({ at, amount: 1 })),
      20 * MINUTE,
    ),
  );
  return Math.max(0, ...counts);
}

/** The most characters that came in on a branch between two commits. */
export function mostUncommitted(signals: readonly Signal[]): number {
  const byBranch = Map.groupBy(signals, ({ branch }) => branch);
  const amounts = [...byBranch.values()].map(ofBranch =>
    highest(ofBranch, signal => {
      if (signal.kind === 'git') return 'reset';
      return signal.kind === 'edit' ? signal.inserted : 0;
    }),
  );
  return Math.max(0, ...amounts);
}

/** The most characters that were not typed, between two runs or debug sessions. */
export function mostUntested(signals: readonly Signal[]): number {
  return highest(signals, signal => {
    if (signal.kind === 'task' || signal.kind === 'debug') return 'reset';
    return signal.kind === 'edit' && signal.origin === 'bulk' ? signal.inserted : 0;
  });
}

/** How many items were begun. */
export function itemsBegun(signals: readonly Signal[]): number {
  const starts = signals.map(signal =>
    signal.kind === 'queue' && signal.phase === 'start' ? signal.item : null,
  );
  return new Set(starts.filter(item => item !== null)).size;
}

/** How many items were worked on, on a day without depth; 0 on any other. */
export function smallOnes(signals: readonly Signal[]): number {
  return longestBlock(signals) < DEEP_MS ? itemsBegun(signals) : 0;
}
