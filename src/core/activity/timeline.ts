import type { FactOf } from './facts.ts';
import { subtract, union, type Interval } from './interval.ts';
import { UNNAMED, type AwayKind } from './signal.ts';
import type { Span } from './span.ts';

/** Active time: it belongs to `span`, which covers it or, where `isGap`, ended before it (the gap rule). */
export interface ActiveStretch extends Interval {
  readonly kind: 'active';
  readonly span: Span;
  readonly isGap: boolean;
}

/** Time away that the developer named. */
export interface NamedStretch extends Interval {
  readonly kind: 'named';
  readonly as: AwayKind;
}

/** A piece of the timeline. What no stretch covers is idle. */
export type Stretch = ActiveStretch | NamedStretch;

export interface TimelineInput {
  /** In order of start, then of writing. */
  readonly spans: readonly Span[];
  readonly suspends: readonly FactOf<'suspend'>[];
  /** In the order in which they were said. */
  readonly aways: readonly FactOf<'away'>[];
}

/**
 * Lays all windows' spans out as one person's time: disjoint stretches in order of time, none empty.
 *
 * An instant covered by two spans belongs to the one that began last. A gap of at most `idleAfterMs` belongs to the span that
 * ended last, except where the machine slept; named time beats that and loses to spans. (Design, section 3, "Time".)
 */
export function layTimeline(input: TimelineInput, idleAfterMs: number): Stretch[] {
  const { covered, gaps } = layActive(input.spans, idleAfterMs);
  const named = layNamed(input.aways, covered);
  const awake = subtract(gaps, union(input.suspends.map(s => ({ start: s.since, end: s.at }))));
  return mergeByTime(mergeByTime(covered, subtract(awake, named)), named);
}

/** Spans' own time, each instant given to one of them, and the gaps between that are short enough to be theirs. */
function layActive(spans: readonly Span[], idleAfterMs: number) {
  const covered: ActiveStretch[] = [];
  const gaps: ActiveStretch[] = [];
  // Spans that are under way at `cursor`, the one that began last on top.
  const stack: Span[] = [];
  let endedLast: Span | undefined;
  let cursor = 0;

  function coverUntil(time: number): void {
    for (let top = stack.at(-1); top && cursor < time; top = stack.at(-1)) {
      if (top.end <= cursor) {
        stack.pop();
        continue;
      }
      const end = Math.min(top.end, time);
      covered.push({ kind: 'active', start: cursor, end, span: top, isGap: false });
      cursor = end;
    }
  }

  for (const span of spans) {
    coverUntil(span.start);
    if (endedLast && endedLast.end < span.start && span.start - endedLast.end <= idleAfterMs) {
      gaps.push({ kind: 'active', start: endedLast.end, end: span.start, span: endedLast, isGap: true });
    }
    cursor = span.start;
    stack.push(span);
    // At a tie the one that began later, then the one written later, is the later: spans come in that order.
    if (!endedLast || span.end >= endedLast.end) endedLast = span;
  }
  coverUntil(Infinity);
  return { covered, gaps };
}

/** Named ranges without what spans cover; where two overlap, the one said later holds. */
function layNamed(aways: readonly FactOf<'away'>[], covered: readonly Interval[]): NamedStretch[] {
  let named: NamedStretch[] = [];
  for (const { start, end, as } of aways) {
    if (end <= start) continue;
    named = subtract(named, [{ start, end }]);
    if (as === UNNAMED) continue;
    named.push({ kind: 'named', start, end, as });
    named.sort((a, b) => a.start - b.start);
  }
  return subtract(named, covered);
}

function mergeByTime<A extends Interval, B extends Interval>(a: readonly A[], b: readonly B[]): (A | B)[] {
  if (b.length === 0) return [...a];
  const merged: (A | B)[] = [];
  let i = 0;
  for (const next of b) {
    for (let other = a[i]; other && other.start < next.start; other = a[++i]) merged.push(other);
    merged.push(next);
  }
  for (; i < a.length; i++) merged.push(a[i] as A);
  return merged;
}
