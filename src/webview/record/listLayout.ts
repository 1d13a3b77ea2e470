import type { PageKey, RecordDay } from '../../core/messages/record.ts';
import { PAGE_ROWS } from '../../core/audit/row.ts';
import { rowAt } from '../queue/rowWindow.ts';

/** The days of the record as one list: each a heading, and its rows below it where it is open. Every line is as high as the others. */
export interface ListLayout {
  readonly days: readonly RecordDay[];
  readonly isOpen: readonly boolean[];
  /** The line of each heading; the last of them is where the list ends. */
  readonly starts: readonly number[];
}

/** A line of the list. */
export interface Spot {
  readonly date: string;
  /** Of the row on its day; -1: the heading. */
  readonly index: number;
  /** How many rows the day has, and whether they show. */
  readonly rows: number;
  readonly isOpen: boolean;
  /** Active time of the day's rows; null: not known yet. */
  readonly ms: number | null;
}

/** In pixels, as record.css has it. */
export const LINE = 22;
/** Days are open from the newest on until there are so many rows: a list of millions would be too high for a browser. */
const OPEN_ROWS = 2000;

/** `flipped`: ISO dates of the days that the user has opened or closed against that. */
export function layOut(days: readonly RecordDay[], flipped: ReadonlySet<string>): ListLayout {
  const starts = [0];
  const isOpen: boolean[] = [];
  let before = 0;
  let line = 0;
  for (const [date, rows] of days) {
    const open = before < OPEN_ROWS !== flipped.has(date);
    isOpen.push(open);
    before += rows;
    line += open ? rows + 1 : 1;
    starts.push(line);
  }
  return { days, isOpen, starts };
}

export function lineCount({ starts }: ListLayout): number {
  return starts.at(-1) ?? 0;
}

/** null: there is no such line. */
export function spotAt({ days, isOpen, starts }: ListLayout, line: number): Spot | null {
  if (line < 0 || line >= (starts.at(-1) ?? 0)) return null;
  const day = rowAt(starts, line);
  const [date, rows, ms] = days[day] ?? ['', 0, null];
  return { date, index: line - (starts[day] ?? 0) - 1, rows, ms, isOpen: isOpen[day] ?? false };
}

/** The line of a row, or of its day's heading where it does not show; -1: the day is not there. */
export function lineOf({ days, isOpen, starts }: ListLayout, date: string, index: number): number {
  const day = days.findIndex(([each]) => each === date);
  if (day < 0) return -1;
  const rows = days[day]?.[1] ?? 0;
  return (starts[day] ?? 0) + (isOpen[day] ? Math.min(index, rows - 1) + 1 : 0);
}

/** The pages that hold the lines from `first` to `last`, in order. */
export function pagesBetween(layout: ListLayout, first: number, last: number): PageKey[] {
  const pages: PageKey[] = [];
  for (let line = Math.max(0, first); line <= last; line++) {
    const spot = spotAt(layout, line);
    if (!spot) break;
    if (spot.index < 0) continue;
    const page = Math.floor(spot.index / PAGE_ROWS);
    const known = pages.at(-1);
    if (known?.date !== spot.date || known.page !== page) pages.push({ date: spot.date, page });
  }
  return pages;
}
