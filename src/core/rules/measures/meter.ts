import type { Occurrence, Stream } from '../streams.ts';

/** When meters are asked. */
export interface RuleTime {
  /** Epoch milliseconds; everything before it is taken in. */
  readonly now: number;
  readonly dayStart: number;
  readonly weekStart: number;
}

/** Measures something in a window that goes along with the time. Occurrences and questions come in the order of time. */
export interface Meter {
  /** What it takes in. */
  readonly streams: readonly Stream[];
  take(occurrence: Occurrence): void;
  /** To be called before anything else is asked of a time: what has left the window is let go. */
  reach(time: RuleTime): void;
  /** Of a group (`''` where there are none); null: nothing can be said. */
  valueOf(group: string): number | null;
  /** Those of which anything is known. */
  groups(): Iterable<string>;
  /** How many groups there are at most. */
  readonly size: number;
  /** Since when what is measured counts: where the window begins, or what has reset it. */
  startOf(group: string): number;
}

/** Where there is no grouping all is one group. */
export const ALL = '';
export const ONE_GROUP: readonly string[] = [ALL];
