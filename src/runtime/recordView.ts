import type { RecordView } from '../core/messages/recorded.ts';
import { footprint } from '../store/footprint.ts';
import { lastRows } from '../store/lastRows.ts';
import type { ReadableRecord } from './pastDays.ts';

/** Rows of a kind that are shown: enough to see what they are like. */
const ROWS_SHOWN = 5;

/** What a record holds, where it lies at `path`: real rows, and how many. Rejects with a `StoreError`. */
export async function recordView({ store, calendar }: ReadableRecord, path: string): Promise<RecordView> {
  const first = store.firstTime();
  return {
    since: first === null ? null : calendar.dayAt(first).date,
    ...footprint(path),
    kinds: await lastRows(path, ROWS_SHOWN),
  };
}
