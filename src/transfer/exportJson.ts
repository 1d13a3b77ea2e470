import { inPieces, type Cell, type ExportPiece, type ExportTable } from './exportTable.ts';

/** What an export says of itself. */
export interface ExportHead {
  readonly format: 'andon';
  /** Rises when what is written changes its meaning. */
  readonly version: 1;
  /** ISO, UTC. */
  readonly exportedAt: string;
}

/**
 * Tables as one JSON document: the head's fields, then `{ "table": [{ "column": value }, …], … }`. One row a line, so that the
 * file can be read, compared and cut by lines as well.
 */
export function* jsonOf(head: ExportHead, tables: Iterable<ExportTable>): Generator<ExportPiece> {
  yield { text: JSON.stringify(head).slice(0, -1), rows: 0 };
  for (const table of tables) {
    yield { text: `,\n${JSON.stringify(table.name)}: [`, rows: 0 };
    yield* inPieces(objects(table));
    yield { text: '\n]', rows: 0 };
  }
  yield { text: '\n}\n', rows: 0 };
}

function* objects({ columns, rows }: ExportTable): Generator<string> {
  let separator = '\n';
  for (const row of rows) {
    yield separator + JSON.stringify(objectOf(columns, row));
    separator = ',\n';
  }
}

function objectOf(columns: readonly string[], row: readonly Cell[]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
}
