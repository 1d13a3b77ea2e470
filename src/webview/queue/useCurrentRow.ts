import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { heirOf, type Row } from './rows.ts';

/** The row that keys act on, kept by its id over messages; where it goes away, the one that takes its place. */
export function useCurrentRow(rows: readonly Row[]) {
  const [chosen, choose] = useState<string | null>(null);
  const before = useRef(rows);
  const current = useMemo(() => heirOf(chosen, before.current, rows), [chosen, rows]);
  const index = useMemo(() => rows.findIndex(({ id }) => id === current), [rows, current]);
  useLayoutEffect(() => {
    before.current = rows;
    if (current !== chosen) choose(current);
  }, [rows, current, chosen]);
  return { current, index, choose };
}
