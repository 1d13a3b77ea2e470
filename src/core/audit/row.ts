import type { SpanKey } from '../activity/correction.ts';
import type { Interval } from '../activity/interval.ts';
import type { Activity } from '../activity/span.ts';

/**
 * What the list of the record can show. `edits`: five minutes of edits of a document; `run`: a start or end of a build or a test
 * that one waits for; `event`: every other fact.
 */
export const ROW_KINDS = [
  'span',
  'edits',
  'commit',
  'run',
  'wait',
  'switch',
  'idle',
  'named',
  'event',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Rows that are sent together. */
export const PAGE_ROWS = 100;

/** A row of the record, as it is shown. Names are data as recorded, so they may hold anything. Lengths in milliseconds. */
export type RecordRow = SpanRow | FactRow;

interface Place {
  readonly project: string | null;
  readonly path: string | null;
  readonly branch: string | null;
}

/** What the developer said of a span, beside what was recorded. */
export interface CorrectedView {
  readonly isDeleted: boolean;
  /** The project that it was recorded in; undefined: it is not given to another. */
  readonly recordedProject: string | null | undefined;
  /** It was given to the item that it stands with, or to none. */
  readonly isItemGiven: boolean;
}

export interface SpanRow extends Place, Interval {
  readonly kind: 'span';
  readonly key: SpanKey;
  /** Its part in the day's active time, with the pauses that were given to it. */
  readonly countedMs: number;
  /** The pauses in that. */
  readonly pauseMs: number;
  readonly activity: Activity;
  readonly language: string | null;
  /** Those that were in work, as people call them: "A-12, A-13"; empty: none. */
  readonly items: string;
  readonly edits: number;
  /** Characters. */
  readonly inserted: number;
  readonly deleted: number;
  /** The day's windows, counted from 1; 0: there was only one. */
  readonly window: number;
  readonly correction: CorrectedView | null;
}

/** What is no span. Its length is 0 for what happened at an instant. */
export interface FactRow extends Place, Interval {
  readonly kind: Exclude<RowKind, 'span'>;
  /** Unique on its day. */
  readonly id: string;
  /** In words of ours: "Commit", "Switch to shop". */
  readonly text: string;
}

/** What a row is called on its day. */
export function rowId(row: RecordRow): string {
  return row.kind === 'span' ? `${row.key.start} ${row.key.id}` : row.id;
}
