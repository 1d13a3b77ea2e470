import type { Fact, Tally } from '../core/activity/facts.ts';
import type { Interval } from '../core/activity/interval.ts';
import type { Span } from '../core/activity/span.ts';

/** What a recorder writes at once: all of it or nothing. Writing a part of it again changes nothing. */
export interface Batch {
  /** New spans (id 0) and ones that have grown since they were written, in order of creation. */
  readonly spans: readonly Span[];
  readonly facts: readonly Fact[];
  /** Totals so far of the tallies that grew. */
  readonly tallies: readonly Tally[];
  /** The time whose numbers the batch can change. */
  readonly touched: Interval;
}
