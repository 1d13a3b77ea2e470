import { closeSync, openSync, readSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { rowsOfPage, type PageRow, type Value } from './recordFormat.ts';
import type { Hole } from './salvage.ts';
import type { TableShape } from './tableShape.ts';

/** Pages read between two turns of everything else: some milliseconds. */
const PAGES_PER_TURN = 16;
/** Tables whose rows cannot be taken for those of another one, by the number and the types of their columns. */
const RECOGNISABLE = new Set(['span', 'tally', 'event', 'away', 'suspend', 'file']);

/** A table, and which holes of it are to be filled. */
export interface Missing {
  readonly table: TableShape;
  readonly holes: readonly Hole[];
}

/**
 * Fills holes of tables with rows from pages of a file to which no way leads any more, since a page that pointed to them is
 * broken or gone. What such a row belongs to is told by its columns. Answers how many rows of each table that gave.
 */
export async function salvagePages(
  file: string,
  pageBytes: number,
  to: DatabaseSync,
  missing: readonly Missing[],
  yieldTurn: () => Promise<void>,
): Promise<ReadonlyMap<string, number>> {
  const takers = missing
    .filter(({ table, holes }) => RECOGNISABLE.has(table.name) && holes.length > 0)
    .map(each => new Taker(to, each));
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(pageBytes * PAGES_PER_TURN);
    for (let at = 0; takers.length > 0; at += bytes.length) {
      const length = readSync(handle, bytes, 0, bytes.length, at);
      if (length < pageBytes) break;
      to.exec('BEGIN');
      for (let page = 0; page + pageBytes <= length; page += pageBytes) {
        for (const row of rowsOfPage(bytes.subarray(page, page + pageBytes))) {
          for (const taker of takers) taker.offer(row);
        }
      }
      to.exec('COMMIT');
      await yieldTurn();
    }
  } finally {
    closeSync(handle);
  }
  return new Map(takers.map(taker => [taker.name, taker.rows]));
}

/** Takes those of all rows that are of its table. */
class Taker {
  readonly name: string;
  rows = 0;
  private readonly missing: Missing;
  private readonly insert: StatementSync;
  private readonly isOfRowIds: boolean;

  constructor(to: DatabaseSync, missing: Missing) {
    const { name, columns } = missing.table;
    this.name = name;
    this.missing = missing;
    this.isOfRowIds = columns[0] === 'id' && missing.table.key.length === 1;
    this.insert = to.prepare(
      `INSERT OR IGNORE INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
  }

  offer({ rowId, values }: PageRow): void {
    const { columns, types } = this.missing.table;
    if (values.length !== columns.length || (rowId !== null) !== this.isOfRowIds) return;
    // The number of a row stands beside it, not in it.
    const row = rowId === null ? values : [rowId, ...values.slice(1)];
    if (rowId !== null && values[0] !== null) return;
    if (!row.every((value, i) => isOfType(value, types[i]))) return;
    const [key] = row;
    if (typeof key !== 'number') return;
    if (!this.missing.holes.some(({ after, before }) => key >= after && key <= before)) return;
    this.rows += Number(this.insert.run(...row).changes);
  }
}

function isOfType(value: Value, type: TableShape['types'][number] | undefined): boolean {
  if (value === null) return type?.isNullable === true;
  return typeof value === (type?.isText === true ? 'string' : 'number');
}
