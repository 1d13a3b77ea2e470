import type { Interval } from '../activity/interval.ts';

/** A rule's condition has held, from one instant of the record to another. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  /** When it began to fire; epoch milliseconds. */
  readonly from: number;
  /** When the condition last held; null as long as it fires. */
  readonly to: number | null;
  /** What was measured, where it went farthest so far. A time in milliseconds. */
  readonly value: number;
  /** What it was held against when it began to fire. */
  readonly threshold: number;
  /** What it is about, in the order of the condition's `by`: a project, a file, an item…; null: nothing in particular. */
  readonly group: readonly string[] | null;
  /** What was looked at when that was measured: the spans and facts behind it lie in here. */
  readonly window: Interval;
}

/** A rule has changed its state. */
export interface Transition {
  readonly rule: string;
  /** The instant of the record at which it did. */
  readonly at: number;
  /** `pending`: the condition holds, but not for long enough yet. `dropped`: it held no longer before it fired. */
  readonly to: 'pending' | 'dropped' | 'firing' | 'resolved';
  /** Of a rule that fires or has ceased to. */
  readonly finding: Finding | null;
}

/** What can be said of a rule. */
export type RuleStatus =
  | { readonly kind: 'ready' }
  /** It needs so many more days of record. */
  | { readonly kind: 'needsDays'; readonly days: number }
  /** It failed, and is off until Andon is started again. */
  | { readonly kind: 'failed' };
