import { useMemo, useState } from 'preact/hooks';
import { hasFacts } from './itemText.ts';
import { offsetsOf } from './rowWindow.ts';
import type { Row } from './rows.ts';

/** As queue.css has them, in pixels. */
const LINE = 22;
const FACTS = 16;
/** How high a part is taken to be until it is drawn and measured. */
const UNMEASURED = 120;

/**
 * Where each row begins. Rows are as high as their kind, but for what is opened below one (its details) or stands in place of it
 * (its line to edit): that is measured.
 */
export function useRowOffsets(
  rows: readonly Row[],
  isOpened: (row: Row) => boolean,
  isEdited: (row: Row) => boolean,
  deps: readonly unknown[],
) {
  const [measured, setMeasured] = useState<ReadonlyMap<string, number>>(new Map());
  const offsets = useMemo(() => {
    const heightOf = (row: Row) => {
      const part = measured.get(row.id) ?? UNMEASURED;
      if (isEdited(row)) return part;
      return plainHeight(row) + (isOpened(row) ? part : 0);
    };
    return offsetsOf(rows.map(heightOf));
  }, [rows, measured, ...deps]);
  const measure = (id: string, height: number) => {
    setMeasured(old => (old.get(id) === height ? old : new Map(old).set(id, height)));
  };
  return { offsets, measure };
}

function plainHeight(row: Row): number {
  return row.kind === 'item' && hasFacts(row.item) ? LINE + FACTS : LINE;
}
