import { ExportSource } from '../store/exportSource.ts';
import { FileInMaking } from '../transfer/fileInMaking.ts';
import type { DayRules } from '../core/stats/day.ts';
import { daysTable, exportRecord, type ExportFormat, type ExportRun } from './exportRecord.ts';
import type { ReadableRecord } from './pastDays.ts';

export interface ExportRequest extends Omit<ExportRun, 'write'> {
  readonly format: ExportFormat;
  /** The path of the record. */
  readonly from: string;
  /** The path of the file. */
  readonly to: string;
  readonly record: ReadableRecord;
  readonly rules: DayRules & { readonly deepBlockMs: number };
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Writes the record out to a file, which is there only when it is whole. Answers how many rows that were. Rejects with a
 * `FileProblem` or a `StoreError`, and with the signal's reason when it is told to stop; then no file is left.
 */
export async function exportToFile(request: ExportRequest): Promise<number> {
  const file = await FileInMaking.begin(request.to);
  let isDone = false;
  try {
    const rows = await writeAll(request, file);
    await file.finish();
    isDone = true;
    return rows;
  } finally {
    if (!isDone) await file.discard();
  }
}

async function writeAll(request: ExportRequest, file: FileInMaking): Promise<number> {
  const { format, from, record, rules, now } = request;
  const { store, calendar } = record;
  const source = await ExportSource.open(from);
  const parts = {
    tables: () => source.tables(),
    spans: () => source.spans(),
    days: () =>
      daysTable({
        range: { start: store.firstTime() ?? now, end: now },
        calendar,
        slice: (start, end) => store.slice(start, end, rules.idleAfterMs).slice,
        idleAfterMs: rules.idleAfterMs,
        deepBlockMs: rules.deepBlockMs,
      }),
  };
  try {
    return await exportRecord(format, parts, now, { ...request, write: text => file.write(text) });
  } finally {
    source.close();
  }
}
