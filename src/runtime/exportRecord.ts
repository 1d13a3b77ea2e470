import type { Calendar } from '../core/activity/calendar.ts';
import type { Interval } from '../core/activity/interval.ts';
import type { RecordSlice } from '../core/activity/facts.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import { summarizeDay, type DaySummary } from '../core/stats/summary.ts';
import { csvOf } from '../transfer/exportCsv.ts';
import { jsonOf, type ExportHead } from '../transfer/exportJson.ts';
import type { Cell, ExportPiece, ExportTable } from '../transfer/exportTable.ts';

/** What an export is made of. */
export interface ExportParts {
  readonly tables: () => readonly ExportTable[];
  readonly spans: () => ExportTable;
  readonly days: () => ExportTable;
}

export interface ExportRun {
  readonly write: (text: string) => Promise<void>;
  /** Told after each piece: the part that is done, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
}

export const EXPORT_FORMATS = ['json', 'spans.csv', 'days.csv'] as const;
/** `json`: everything. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Writes the record out, piece by piece. Answers how many rows that were. Rejects with what `write` rejects with, and with the
 * signal's reason when it is told to stop; what was written by then is no whole file.
 */
export async function exportRecord(
  format: ExportFormat,
  parts: ExportParts,
  exportedAt: number,
  run: ExportRun,
): Promise<number> {
  const tables = tablesOf(format, parts);
  const total = tables.reduce((sum, table) => sum + table.count, 0);
  const head: ExportHead = { format: 'andon', version: 1, exportedAt: new Date(exportedAt).toISOString() };
  const pieces = format === 'json' ? jsonOf(head, tables) : piecesOf(tables);
  let rows = 0;
  for (const piece of pieces) {
    run.signal.throwIfAborted();
    await run.write(piece.text);
    rows += piece.rows;
    run.onProgress(total === 0 ? 1 : Math.min(1, rows / total));
    await run.yieldTurn();
  }
  run.onProgress(1);
  return rows;
}

function tablesOf(format: ExportFormat, { tables, spans, days }: ExportParts): readonly ExportTable[] {
  switch (format) {
    case 'json':
      return [...tables(), days()];
    case 'spans.csv':
      return [spans()];
    case 'days.csv':
      return [days()];
  }
}

function* piecesOf(tables: readonly ExportTable[]): Generator<ExportPiece> {
  for (const table of tables) yield* csvOf(table);
}

export interface DaysToExport {
  /** From the first time that is recorded to now. */
  readonly range: Interval;
  readonly calendar: Calendar;
  readonly slice: (from: number, to: number) => RecordSlice;
  readonly idleAfterMs: number;
  readonly deepBlockMs: number;
}

const DAY_COLUMNS = [
  ...['date', 'active_minutes', 'deep_minutes', 'idle_minutes', 'away_minutes', 'waiting_minutes'],
  ...['switches', 'fragmentation', 'typed', 'bulk', 'program', 'undo'],
] as const;

/** The numbers of every day on which something happened, computed from rows: those that the panel shows. */
export function daysTable(days: DaysToExport): ExportTable {
  const { start, end } = days.range;
  return {
    name: 'days',
    columns: DAY_COLUMNS,
    count: Math.max(0, Math.ceil((end - start) / 86_400_000)),
    rows: dayRows(days),
  };
}

function* dayRows({ range, calendar, slice, idleAfterMs, deepBlockMs }: DaysToExport): Generator<Cell[]> {
  for (let time = range.start; time < range.end;) {
    const { date, start, end } = calendar.dayAt(time);
    const day = computeDays(slice(start, end), calendar, { idleAfterMs }).find(each => each.date === date);
    if (day) yield dayRow(summarizeDay(day, deepBlockMs));
    time = end;
  }
}

function dayRow(day: DaySummary): Cell[] {
  const deepMs = day.deepBlocks.reduce((sum, { start, end }) => sum + end - start, 0);
  const { typed, bulk, program, undo } = day.edits;
  return [
    day.date,
    ...[day.activeMs, deepMs, day.idleMs, day.awayMs, day.waitingMs].map(ms => Math.round(ms / 6_000) / 10),
    ...[day.switches, day.fragmentation === null ? null : Math.round(day.fragmentation * 1000) / 1000],
    ...[typed, bulk, program, undo],
  ];
}
