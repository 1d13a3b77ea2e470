import type { SpanKey } from '../core/activity/correction.ts';
import { rowId, type RecordRow } from '../core/audit/row.ts';
import type { SelectedView, Selection } from '../core/messages/record.ts';

/** What a selection is made in. */
export interface SelectedFrom {
  /** ISO dates of the days with rows, the newest first. */
  readonly dates: readonly string[];
  readonly rowsOf: (date: string) => readonly RecordRow[];
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
}

/** The spans that are selected. */
export interface Selected extends SelectedView {
  readonly keys: readonly SpanKey[];
}

/** More are not corrected at once. */
export const MOST_SELECTED = 20_000;

/** Finds the spans of a selection, a day in a turn; null: there are none, or `isWanted` says that nobody waits any more. */
export async function findSelected(
  { range, flipped }: Selection,
  { dates, rowsOf, yieldTurn }: SelectedFrom,
  isWanted: () => boolean,
): Promise<Selected | null> {
  const singled = Map.groupBy(flipped, ({ date }) => date);
  const inRange = (date: string) => range && range.oldest.date <= date && date <= range.newest.date;
  const keys = new Map<number, SpanKey>();
  let ms = 0;
  let isFirst = true;
  for (const date of dates) {
    if (!inRange(date) && !singled.has(date)) continue;
    if (!isFirst) await yieldTurn();
    isFirst = false;
    if (!isWanted()) return null;
    const rows = rowsOf(date);
    const [first, last] = edges(rows, date, range);
    const flips = new Set(singled.get(date)?.map(({ row }) => indexOf(rows, row)));
    rows.forEach((row, index) => {
      const isSelected = (index >= first && index <= last) !== flips.has(index);
      if (!isSelected || row.kind !== 'span') return;
      keys.set(row.key.id, row.key);
      ms += row.countedMs;
    });
    if (keys.size > MOST_SELECTED) return { keys: [], spans: keys.size, ms, isTooMuch: true };
  }
  return keys.size === 0 ? null : { keys: [...keys.values()], spans: keys.size, ms, isTooMuch: false };
}

/** The first and the last row of a day that a range holds; the last is before the first where it holds none. */
function edges(rows: readonly RecordRow[], date: string, range: Selection['range']): [number, number] {
  if (!range || date > range.newest.date || date < range.oldest.date) return [0, -1];
  const first = date === range.newest.date ? Math.max(0, indexOf(rows, range.newest.row)) : 0;
  const last = date === range.oldest.date ? indexOf(rows, range.oldest.row) : rows.length - 1;
  return [first, last];
}

/** -1: it is not there. */
function indexOf(rows: readonly RecordRow[], name: string): number {
  const counted = /^#(\d+)$/.exec(name);
  return counted ? Number(counted[1]) : rows.findIndex(row => rowId(row) === name);
}
