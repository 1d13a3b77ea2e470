import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { heirOf, type Row } from './rows.ts';

/** The row that keys act on, kept by its id over messages; where it goes away, the one that takes its place. */
export function useCurrentRow(rows: readonly Row[]) {
  const [chosen, choose] = useState<string | null>(null);
  const before = useRef(rows);
  const current = heirOf(chosen, before.current, rows);
  useLayoutEffect(() => {
    before.current = rows;
    if (current !== chosen) choose(current);
  }, [rows, current, chosen]);
  return { current, index: rows.findIndex(({ id }) => id === current), choose };
}
