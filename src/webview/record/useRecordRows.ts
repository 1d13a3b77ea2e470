import { useMemo } from 'preact/hooks';
import { PAGE_ROWS, rowId, type RecordRow } from '../../core/audit/row.ts';
import type { RecordPage } from '../../core/messages/record.ts';
import type { Place } from './picked.ts';

export interface RecordRows {
  /** undefined: it is not there yet. */
  readonly at: (date: string, index: number) => RecordRow | undefined;
  /** A row by its place in the list, called by its name as far as that is known. */
  readonly placeOf: (date: string, index: number) => Place;
  /** Where a row stands now: others may have come before it. */
  readonly relocate: (place: Place) => Place;
  /** Something was said of one of them. */
  readonly hasCorrections: boolean;
}

export function useRecordRows(pages: readonly RecordPage[]): RecordRows {
  return useMemo(() => {
    const byName = new Map(pages.map(page => [`${page.date} ${page.page}`, page.rows]));
    const indexes = new Map<string, number>();
    for (const { date, page, rows } of pages) {
      rows.forEach((row, index) => indexes.set(`${date} ${rowId(row)}`, page * PAGE_ROWS + index));
    }
    const at = (date: string, index: number) =>
      byName.get(`${date} ${Math.floor(index / PAGE_ROWS)}`)?.[index % PAGE_ROWS];
    const placeOf = (date: string, index: number): Place => {
      const row = index < 0 ? undefined : at(date, index);
      return { date, index, row: row ? rowId(row) : index < 0 ? 'day' : `#${index}` };
    };
    const relocate = (place: Place): Place => {
      const index = indexes.get(`${place.date} ${place.row}`);
      return index === undefined || index === place.index ? place : { ...place, index };
    };
    const isCorrected = (row: RecordRow) => row.kind === 'span' && row.correction !== null;
    const hasCorrections = pages.some(page => page.rows.some(isCorrected));
    return { at, placeOf, relocate, hasCorrections };
  }, [pages]);
}
