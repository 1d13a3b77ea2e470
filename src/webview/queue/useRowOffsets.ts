import { useMemo, useState } from 'preact/hooks';
import { hasFacts } from './factsOf.ts';
import { offsetsOf } from './rowWindow.ts';
import type { Row } from './rows.ts';

/** As queue.css has them, in pixels. */
const LINE = 22;
const FACTS = 16;
/** How high a row is taken to be that has yet to be drawn and measured. */
const UNMEASURED = 100;

/**
 * Where each row begins. Rows are as high as their kind, but for those that their text makes as high as it needs: how a score was
 * computed, and the item `editedId`, which is being edited.
 */
export function useRowOffsets(rows: readonly Row[], editedId: string | undefined) {
  const [measured, setMeasured] = useState<ReadonlyMap<string, number>>(new Map());
  const offsets = useMemo(() => {
    const heightOf = (row: Row) => {
      const isMeasured = row.kind === 'details' || (row.kind === 'item' && row.item.id === editedId);
      return isMeasured ? (measured.get(row.id) ?? UNMEASURED) : plainHeight(row);
    };
    return offsetsOf(rows.map(heightOf));
  }, [rows, editedId, measured]);
  const measure = (id: string, height: number) => {
    setMeasured(old => (old.get(id) === height ? old : new Map(old).set(id, height)));
  };
  return { offsets, measure };
}

function plainHeight(row: Row): number {
  return row.kind === 'item' && hasFacts(row.item) ? LINE + FACTS : LINE;
}
