import type { Interval } from '../activity/interval.ts';

/** Where a finding may show at most, from nowhere up. */
export const LEVELS = ['off', 'panel', 'statusBar', 'toast'] as const;
export type Level = (typeof LEVELS)[number];

/** What a rule says at present: its condition holds. A rule has one finding at a time, told from its others by `since`. */
export interface Raised {
  readonly rule: string;
  /** As the user set it, or the rule's own. */
  readonly level: Level;
  /** When it began to fire; epoch milliseconds. */
  readonly since: number;
  /** At least so long from one nudge of the rule to the next. Milliseconds. */
  readonly cooldownMs: number;
  readonly evidence: Evidence;
}

/** What was measured, and of what: enough to find the spans and facts behind it in the record. */
export interface Evidence {
  /** What was counted, as it stands in a sentence: "switches", "active time". */
  readonly measure: string;
  readonly unit: Unit;
  readonly value: number;
  readonly threshold: number;
  /** How the value stood to the threshold. */
  readonly comparator: Comparator;
  /** Where the threshold is one's own: the percentile of the last 30 days (0 to 100); null: a number. */
  readonly percentile: number | null;
  /** The spans and facts behind it lie in here. */
  readonly window: Interval;
  /** The project, file, branch or item that it is about; null: of none. */
  readonly group: string | null;
}

/** `time` in milliseconds, `share` from 0 to 1. */
export type Unit = 'time' | 'count' | 'share';

/** At least, more than, at most, less than. */
export type Comparator = 'gte' | 'gt' | 'lte' | 'lt';
