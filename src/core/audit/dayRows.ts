import { factRows, type FactRowsInput } from './factRows.ts';
import { kindsOf, wordsOf } from './filter.ts';
import type { RecordFilter } from './filterSchema.ts';
import type { RecordRow } from './row.ts';
import { spanRows, type SpanRowsInput } from './spanRows.ts';

/** All that is known of a day. */
export type DayRecord = SpanRowsInput & FactRowsInput;

/** The rows of a day that a filter lets through, the newest first. */
export function dayRows(record: DayRecord, filter: RecordFilter): RecordRow[] {
  const words = wordsOf(filter);
  const rows: RecordRow[] = [
    ...(kindsOf(filter).has('span') ? spanRows(record, filter) : []),
    ...factRows(record, filter),
  ];
  return rows.filter(row => holdsAll(row, words)).sort(newestFirst);
}

/** Of one instant what happened stands above the span that began with it; spans are in the order of writing. */
function newestFirst(a: RecordRow, b: RecordRow): number {
  if (a.start !== b.start) return b.start - a.start;
  if (a.kind === 'span' && b.kind === 'span') return b.key.id - a.key.id;
  return Number(a.kind === 'span') - Number(b.kind === 'span');
}

function holdsAll(row: RecordRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { project, path, branch } = row;
  const own = row.kind === 'span' ? [row.activity, row.language, row.items] : [row.text];
  const text = [project, path, branch, ...own].join('\n').toLowerCase();
  return words.every(word => text.includes(word));
}
