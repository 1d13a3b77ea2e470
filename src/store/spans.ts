import { ACTIVITIES, type Span } from '../core/activity/span.ts';
import type { Connection, Statement } from './connection.ts';
import { IS_SHOWN } from './corrections.ts';
import type { Counter } from './counter.ts';
import type { Names } from './dictionary.ts';

/** Spans at least this long have an index of their own, as `migrations/001` says. */
export const LONG_SPAN_MS = 3_600_000;

type SpanRow = readonly [
  start: number,
  id: number,
  ms: number,
  window: number,
  activity: number,
  project: number,
  file: number,
  language: number,
  branch: number,
  offset: number,
  edits: number,
  inserted: number,
  deleted: number,
  lulls: string | null,
];

const COLUMNS =
  'start, id, ms, window, activity, project, file, language, branch, offset, edits, inserted, deleted, lulls';

/** Rows of the table `span`. */
export class SpanTable {
  private readonly names: Names;
  private readonly counter: Counter;
  private readonly upsert: Statement;
  private readonly selectBetween: Statement<SpanRow>;
  private readonly selectLastBefore: Statement<SpanRow>;
  private readonly selectFirstAfter: Statement<SpanRow>;
  private readonly selectUnderWay: Statement<SpanRow>;
  private readonly latest: Statement<[start: number]>;
  private readonly selectStart: Statement<[start: number]>;

  constructor(connection: Connection, names: Names, counter: Counter) {
    this.names = names;
    this.counter = counter;
    // Whatever is written twice or late, a span only grows.
    this.upsert = connection.statement(
      `INSERT INTO span (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (start, id) DO UPDATE SET
         ms = max(ms, excluded.ms), edits = max(edits, excluded.edits), inserted = max(inserted, excluded.inserted),
         deleted = max(deleted, excluded.deleted), lulls = iif(excluded.ms >= ms, excluded.lulls, lulls)`,
    );
    this.selectBetween = connection.statement(
      `SELECT ${COLUMNS} FROM span WHERE start >= ? AND start <= ? ORDER BY start, id`,
    );
    this.latest = connection.statement(
      `SELECT start FROM span WHERE start < ? AND ${IS_SHOWN} ORDER BY start DESC LIMIT 1`,
    );
    this.selectStart = connection.statement(
      'SELECT start FROM span WHERE start >= ? ORDER BY start LIMIT 1 OFFSET ?',
    );
    this.selectUnderWay = connection.statement(
      `SELECT ${COLUMNS} FROM (
         SELECT * FROM span WHERE start >= ?1 - ${LONG_SPAN_MS} AND start < ?1 AND start + ms >= ?1
         UNION ALL SELECT * FROM span WHERE ms >= ${LONG_SPAN_MS} AND start < ?1 - ${LONG_SPAN_MS} AND start + ms >= ?1)
       ORDER BY start, id`,
    );
    this.selectLastBefore = connection.statement(
      `SELECT ${COLUMNS} FROM (
         SELECT * FROM span WHERE start >= ?2 - ${LONG_SPAN_MS} AND start < ?1 AND ${IS_SHOWN}
         UNION ALL SELECT * FROM span WHERE ms >= ${LONG_SPAN_MS} AND start < ?2 - ${LONG_SPAN_MS} AND ${IS_SHOWN})
       ORDER BY start + ms DESC, start DESC, id DESC LIMIT 1`,
    );
    this.selectFirstAfter = connection.statement(
      `SELECT ${COLUMNS} FROM span WHERE start > ? AND ${IS_SHOWN} ORDER BY start, id LIMIT 1`,
    );
  }

  /** Writes a span and answers its id, a new one for a span that has none. */
  write(span: Span): number {
    const id = span.id === 0 ? this.counter.span() : span.id;
    this.upsert.run(
      span.start,
      id,
      span.end - span.start,
      this.names.window.idOf(span.window),
      ACTIVITIES.indexOf(span.activity),
      this.names.project.idOf(span.project),
      this.names.file.idOf(span.doc?.project ?? null, span.doc?.path ?? null),
      this.names.language.idOf(span.doc?.language ?? null),
      this.names.branch.idOf(span.branch),
      // Zones of old had seconds in their offsets.
      Math.round(span.offset),
      span.edits,
      span.inserted,
      span.deleted,
      span.lulls.length === 0 ? null : span.lulls.map(time => time - span.start).join(' '),
    );
    return id;
  }

  /** Those that start in `[from, to]` as they were recorded, deleted ones too; by start, then id. */
  startingBetween(from: number, to: number): Span[] {
    const rows = this.selectBetween.all(from, to);
    const spans: Span[] = [];
    for (const row of rows) spans.push(this.toSpan(row));
    return spans;
  }

  /** Those that start before `time` and go on at least until then, by start, then id. */
  underWayAt(time: number): Span[] {
    return this.selectUnderWay.all(time).map(row => this.toSpan(row));
  }

  /** The start of the one before which so many others start at `from` or later; null: there is none. */
  startAfter(from: number, count: number): number | null {
    return this.selectStart.get(from, count)?.[0] ?? null;
  }

  /** Of those that start before `time` and count, the one that ends last, as it was recorded. */
  endingLastBefore(time: number): Span | undefined {
    const latest = this.latest.get(time);
    const row = latest && this.selectLastBefore.get(time, latest[0]);
    return row && this.toSpan(row);
  }

  /** Of those that start after `time` and count, the first, as it was recorded. */
  firstAfter(time: number): Span | undefined {
    const row = this.selectFirstAfter.get(time);
    return row && this.toSpan(row);
  }

  /** By index: the first thousand rows are read before the engine has optimised anything, when taking a row apart is dear. */
  private toSpan(row: SpanRow): Span {
    const start = row[0];
    const lulls = row[13];
    return {
      id: row[1],
      window: this.names.window.nameOf(row[3]) ?? '',
      start,
      end: start + row[2],
      activity: ACTIVITIES[row[4]] ?? 'reading',
      doc: this.names.docOf(row[6], row[7]),
      project: this.names.project.nameOf(row[5]),
      branch: this.names.branch.nameOf(row[8]),
      offset: row[9],
      edits: row[10],
      inserted: row[11],
      deleted: row[12],
      lulls: lulls === null ? NO_LULLS : lulls.split(' ').map(time => start + Number(time)),
    };
  }
}

const NO_LULLS: readonly number[] = [];
