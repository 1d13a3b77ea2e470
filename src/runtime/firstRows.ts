import type { RecordFilter } from '../core/audit/filterSchema.ts';
import type { FirstRows, RecordPage } from '../core/messages/record.ts';
import type { ReadableRecord } from './pastDays.ts';
import { daysBack, readDayRows, type RowRules } from './recordDays.ts';

export interface FirstRowsPorts {
  readonly rules: RowRules;
  /** The local day, an ISO date. */
  readonly today: string;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
}

/** So many are shown beside what they are behind. */
const MOST_ROWS = 8;
/** Of longer times not all days are read only to count, and not all to find so many. */
const COUNTED_DAYS = 31;
const SEARCHED_DAYS = 366;

/** The first rows that the list of the record would show, a day in a turn. Rejects with a `StoreError`. */
export async function firstRows(
  record: ReadableRecord,
  filter: RecordFilter,
  { rules, today, yieldTurn }: FirstRowsPorts,
): Promise<Pick<FirstRows, 'days' | 'count'>> {
  const days: RecordPage[] = [];
  let count = 0;
  let room = MOST_ROWS;
  let read = 0;
  for (const day of daysBack(record, filter, today)) {
    if (read++ >= (room === 0 ? COUNTED_DAYS : SEARCHED_DAYS)) return { days, count: null };
    const rows = readDayRows(record, day, filter, rules);
    count += rows.length;
    if (rows.length > 0 && room > 0) days.push({ date: day.date, page: 0, rows: rows.slice(0, room) });
    room = Math.max(0, room - rows.length);
    await yieldTurn();
  }
  return { days, count };
}
