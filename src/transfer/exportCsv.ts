import { inPieces, type Cell, type ExportPiece, type ExportTable } from './exportTable.ts';

const LINE_END = '\r\n';
/** What makes a spreadsheet take a text for a formula and run it. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV by RFC 4180, with a line of headings, in UTF-8. Nothing is an empty field.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it (`'=…`), as OWASP advises: a branch or a path
 * may come from somebody else's repository. So such a text does not read back as it was; the export as JSON changes nothing.
 * Numbers stay as they are.
 */
export function* csvOf(table: ExportTable): Generator<ExportPiece> {
  yield { text: lineOf(table.columns), rows: 0 };
  yield* inPieces(lines(table.rows));
}

function* lines(rows: Iterable<readonly Cell[]>): Generator<string> {
  for (const row of rows) yield lineOf(row);
}

function lineOf(cells: readonly Cell[]): string {
  return cells.map(fieldOf).join(',') + LINE_END;
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
