import * as z from 'zod/mini';
import { RECORD_FILTER, type RecordFilter } from '../audit/filterSchema.ts';
import type { RecordRow } from '../audit/row.ts';
import { isDate } from '../queue/plainDate.ts';

/** The record itself, as far as it is in sight. Lengths in milliseconds. */
export interface RecordView {
  /** What is looked at, as was asked for last. */
  readonly filter: RecordFilter;
  /** IANA zone, to tell times by. */
  readonly zone: string;
  /** The days with anything in them, the newest first. */
  readonly days: readonly RecordDay[];
  /** The ISO date down to which was looked; null: everywhere. */
  readonly lookedTo: string | null;
  /** The parts of days that were asked for. */
  readonly pages: readonly RecordPage[];
  /** null: nothing is. */
  readonly selected: SelectedView | null;
  /** What undo would take back, and redo would do again: "Delete 3 spans"; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** Names to choose from. */
  readonly projects: readonly string[];
}

/** `ms`: the active time of its rows; null: not known yet. */
export type RecordDay = readonly [date: string, rows: number, ms: number | null];

export interface RecordPage {
  /** ISO date. */
  readonly date: string;
  /** The first `PAGE_ROWS` rows of the day are page 0. */
  readonly page: number;
  readonly rows: readonly RecordRow[];
}

/** The first rows of what stands behind a number. */
export interface FirstRows {
  readonly filter: RecordFilter;
  /** IANA zone, to tell times by. */
  readonly zone: string;
  /** Of the newest days those that are shown, the newest first. */
  readonly days: readonly RecordPage[];
  /** How many there are in all; null: they were not counted to the end. */
  readonly count: number | null;
}

/** Answers a request for them, whose turn it says. */
export interface RowsMessage {
  readonly type: 'rows';
  readonly turn: number;
  readonly rows: FirstRows;
}

/** Asks for the first rows that a filter lets through. */
export const ROWS_REQUEST = z.object({ type: z.literal('readRows'), turn: z.int(), filter: RECORD_FILTER });

export interface SelectedView {
  /** The spans among what is selected. */
  readonly spans: number;
  /** Their active time. */
  readonly ms: number;
  /** There are more than can be corrected at once. */
  readonly isTooMuch: boolean;
}

/** More pages are not in sight at once. */
const MOST_PAGES = 12;
/** More rows are not singled out by hand. */
const MOST_FLIPPED = 2000;

const DATE = z.string().check(z.refine(isDate));
const ROW = z.object({ date: DATE, row: z.string().check(z.maxLength(200)) });
/** A row, by its day and what `rowId` calls it, or `#12`, as the 13th of its day, where the page does not know it yet. */
export type RowPlace = z.output<typeof ROW>;

/** What is selected: all from one row to another, but for rows that were singled out: those are selected the other way round. */
export const SELECTION = z.object({
  range: z.nullable(z.object({ newest: ROW, oldest: ROW })),
  flipped: z.array(ROW).check(z.maxLength(MOST_FLIPPED)),
});
export type Selection = z.output<typeof SELECTION>;

/** What the list asks for. */
export const RECORD_REQUESTS = [
  z.object({ type: z.literal('showRecord'), filter: RECORD_FILTER }),
  /** These are in sight. */
  z.object({
    type: z.literal('lookAt'),
    pages: z
      .array(z.object({ date: DATE, page: z.int().check(z.minimum(0)) }))
      .check(z.maxLength(MOST_PAGES)),
  }),
  z.object({ type: z.literal('selectRows'), selection: SELECTION }),
  /** What is selected. */
  z.object({ type: z.literal('giveToProject') }),
  z.object({ type: z.literal('giveToItem') }),
  z.object({ type: z.literal('deleteSpans') }),
  z.object({ type: z.literal('takeBackSpans') }),
  z.object({ type: z.literal('recordMenu') }),
  /** A single one. */
  z.object({ type: z.literal('takeBackSpan'), key: z.object({ start: z.number(), id: z.number() }) }),
  z.object({ type: z.literal('undoCorrection') }),
  z.object({ type: z.literal('redoCorrection') }),
] as const;
export type RecordListRequest = z.output<(typeof RECORD_REQUESTS)[number]>;
export type PageKey = Extract<RecordListRequest, { type: 'lookAt' }>['pages'][number];
