import { folded } from './filterOf.ts';
import type { Row } from './rows.ts';

/**
 * The item that is meant by typing the beginning of its title or key: the next one after the row `from`, round the end; a longer
 * text may still mean the row itself. -1: none.
 */
export function findByText(rows: readonly Row[], from: number, text: string): number {
  const typed = folded(text);
  const begin = typed.length === 1 ? from + 1 : Math.max(from, 0);
  const indexes = rows.map((_, i) => (begin + i) % rows.length);
  const found = indexes.find(index => {
    const row = rows[index];
    return row?.kind === 'item' && beginsWith(row.item, typed);
  });
  return found ?? -1;
}

function beginsWith({ title, key }: { title: string; key: string }, typed: string): boolean {
  return folded(title).startsWith(typed) || folded(key).startsWith(typed);
}
