import type { Fact } from '../core/activity/facts.ts';
import type { OpenSpan } from './openSpan.ts';

/**
 * How much is kept in memory while it cannot be written: weeks of work, and at most some 64 MB. Spans take up to 500 B with their
 * pauses, facts 250 B.
 */
export const MOST_SPANS = 60_000;
export const MOST_FACTS = 100_000;

/** Spans and facts that wait to be written, in the order of their creation. What is too much is dropped, the oldest first. */
export class Backlog {
  spans: readonly OpenSpan[] = [];
  facts: readonly Fact[] = [];
  /** How many rows were dropped since this was last set to 0. */
  dropped = 0;
  private readonly mostSpans: number;
  private readonly mostFacts: number;

  constructor(mostSpans = MOST_SPANS, mostFacts = MOST_FACTS) {
    this.mostSpans = mostSpans;
    this.mostFacts = mostFacts;
  }

  get isEmpty(): boolean {
    return this.spans.length === 0 && this.facts.length === 0;
  }

  addSpan(span: OpenSpan): void {
    if (span.isDirty) return;
    span.isDirty = true;
    (this.spans as OpenSpan[]).push(span);
    if (this.spans.length > this.mostSpans) this.dropSpans();
  }

  addFact(fact: Fact): void {
    (this.facts as Fact[]).push(fact);
    if (this.facts.length <= this.mostFacts) return;
    this.facts = this.drop(this.facts);
  }

  /** Takes out the first of each, which have been written. */
  remove(spans: number, facts: number): void {
    this.spans = this.spans.slice(spans);
    this.facts = this.facts.slice(facts);
  }

  clear(): void {
    for (const span of this.spans) span.isDirty = false;
    this.spans = [];
    this.facts = [];
  }

  private dropSpans(): void {
    const all = this.spans;
    this.spans = this.drop(all);
    // One that goes on later is written then, whole.
    for (const span of all.slice(0, all.length - this.spans.length)) span.isDirty = false;
  }

  /** A tenth at once: dropping one by one would cost as much for each. */
  private drop<T>(list: readonly T[]): readonly T[] {
    const count = Math.ceil(list.length / 10);
    this.dropped += count;
    return list.slice(count);
  }
}
