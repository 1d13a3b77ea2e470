import type { Fact, FactOf } from './facts.ts';
import { joinTouching, union, type Interval } from './interval.ts';
import { LULL_MS, type Span } from './span.ts';

/**
 * Time in which a foreground build or test ran and nothing was done: each pause between consecutive signs of a person, cut to
 * the runs, of at least 15 s, capped at `idleAfterMs`. It may overlap active time. (Design, section 3, "Waiting".)
 */
export function layWaiting(spans: readonly Span[], facts: readonly Fact[], idleAfterMs: number): Interval[] {
  const busy = joinTouching(spans.flatMap(signsOfLife));
  const waits: Interval[] = [];
  let next = 0;
  for (const run of buildRuns(facts)) {
    // Each pause lies between two busy stretches; the last that may begin before this run comes first.
    while ((busy[next + 1]?.start ?? Infinity) <= run.start) next++;
    for (let i = next; ; i++) {
      const before = busy[i];
      const after = busy[i + 1];
      if (!before || !after || before.end >= run.end) break;
      const start = Math.max(before.end, run.start);
      const end = Math.min(after.start, run.end);
      if (end - start >= LULL_MS) waits.push({ start, end: Math.min(end, start + idleAfterMs) });
    }
  }
  return waits;
}

/** When builds and tests that one waits for ran, from those with a known start and end; a union in order of time. */
export function buildRuns(facts: readonly Fact[]): Interval[] {
  const started = new Map<string, number>();
  const runs: Interval[] = [];
  for (const fact of facts) {
    if (!isAwaited(fact)) continue;
    const key = JSON.stringify([fact.window, fact.kind, fact.id]);
    if (fact.phase === 'start') {
      started.set(key, fact.at);
      continue;
    }
    const start = started.get(key);
    started.delete(key);
    if (start !== undefined) runs.push({ start, end: fact.at });
  }
  return union(runs);
}

/** A build or a test in the foreground: one waits for its end. */
export function isAwaited(fact: Fact): fact is FactOf<'task'> | FactOf<'terminal'> {
  switch (fact.kind) {
    case 'task':
      return !fact.background && fact.group !== 'other';
    case 'terminal':
      return fact.class === 'build' || fact.class === 'test';
    default:
      return false;
  }
}

/** The parts of a span in which no pause lasts `LULL_MS`; a lone signal is one of 0 ms. */
function signsOfLife(span: Span): Interval[] {
  const stretches: Interval[] = [];
  let start = span.start;
  for (let i = 0; i + 1 < span.lulls.length; i += 2) {
    stretches.push({ start, end: span.lulls[i] as number });
    start = span.lulls[i + 1] as number;
  }
  stretches.push({ start, end: span.end });
  return stretches;
}
