export type Cell = string | number | null;

/** A table to be written out, whose rows are read while it is. */
export interface ExportTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** How many rows there are, or a few more, for the progress. */
  readonly count: number;
  /** Each row has a cell for every column. */
  readonly rows: Iterable<readonly Cell[]>;
}

/** A piece of text of a file that is being written, and how many rows it holds. */
export interface ExportPiece {
  readonly text: string;
  readonly rows: number;
}

/** Rows in one piece. */
const ROWS_PER_PIECE = 500;

/** Groups the texts of rows into pieces that are worth writing, so that no more than one of them is in memory. */
export function* inPieces(texts: Iterable<string>): Generator<ExportPiece> {
  let text = '';
  let rows = 0;
  for (const each of texts) {
    text += each;
    if (++rows < ROWS_PER_PIECE) continue;
    yield { text, rows };
    text = '';
    rows = 0;
  }
  if (rows > 0) yield { text, rows };
}
