import type { Connection, Statement } from './connection.ts';

/**
 * Finds rows by the time they cover. Rows are kept by their start, so the short ones that cover a time begin shortly before it;
 * the few long ones have an index of their own.
 */
export interface RangeTable {
  readonly table: 'span' | 'away';
  /** The SQL of a row's length in milliseconds, as its index on long rows has it. */
  readonly length: string;
  /** Rows at least this long are in that index. */
  readonly longMs: number;
}

/** Answers how far what covers a time, or lies near it, reaches. All times are epoch milliseconds. */
export class Ranges {
  private readonly longMs: number;
  private readonly backwards: Statement<[start: number, ms: number]>;
  private readonly forwards: Statement<[start: number, ms: number]>;
  private readonly firstLong: Statement<[start: number | null]>;
  private readonly lastEnd: Statement<[end: number | null]>;

  constructor(connection: Connection, { table, length, longMs }: RangeTable) {
    this.longMs = longMs;
    const rows = `SELECT start, ${length} FROM ${table}`;
    this.backwards = connection.statement(`${rows} WHERE start < ? ORDER BY start DESC`);
    this.forwards = connection.statement(`${rows} WHERE start >= ? ORDER BY start`);
    this.firstLong = connection.statement(
      `SELECT min(start) FROM ${table} WHERE ${length} >= ${longMs} AND start < ?1 AND start + ${length} >= ?1 - ?2`,
    );
    this.lastEnd = connection.statement(
      `SELECT max(until) FROM (
         SELECT start + ${length} AS until FROM ${table} WHERE start >= ?1 - ${longMs} AND start < ?1
         UNION ALL SELECT start + ${length} FROM ${table} WHERE ${length} >= ${longMs} AND start < ?1 - ${longMs})`,
    );
  }

  /** The earliest start that is reached from `time` back over pauses of at most `pauseMs`; `time` itself where there is none. */
  linkedStart(time: number, pauseMs: number): number {
    let first = time;
    for (const [start, ms] of this.backwards.iterate(time)) {
      if (start < first - pauseMs - this.longMs) break;
      if (start + ms >= first - pauseMs) first = start;
    }
    const long = this.firstLong.get(first, pauseMs)?.[0] ?? first;
    return long < first ? this.linkedStart(long, pauseMs) : first;
  }

  /** The last end that is reached from `time` on over pauses of at most `pauseMs`; `time` itself where there is none. */
  linkedEnd(time: number, pauseMs: number): number {
    let last = Math.max(time, this.lastEnd.get(time)?.[0] ?? time);
    for (const [start, ms] of this.forwards.iterate(time)) {
      if (start > last + pauseMs) break;
      last = Math.max(last, start + ms);
    }
    return last;
  }
}

/**
 * Extends `[from, to)` on both sides over all tables to where nothing is for longer than `pauseMs`: what lies outside has no
 * part in what lies inside.
 */
export function linkedRange(tables: readonly Ranges[], from: number, to: number, pauseMs: number) {
  let start = from;
  let end = to;
  for (let before = Infinity; start < before;) {
    before = start;
    for (const ranges of tables) start = ranges.linkedStart(start, pauseMs);
  }
  for (let before = -Infinity; end > before;) {
    before = end;
    for (const ranges of tables) end = ranges.linkedEnd(end, pauseMs);
  }
  return { start, end };
}
