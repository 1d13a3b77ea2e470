import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { csvOf } from '../../../src/transfer/exportCsv.ts';
import { jsonOf } from '../../../src/transfer/exportJson.ts';
import type { Cell, ExportPiece, ExportTable } from '../../../src/transfer/exportTable.ts';

const HEAD = { format: 'andon', version: 1, exportedAt: '2026-11-23T09:00:00.000Z' } as const;

function table(rows: Cell[][], columns = ['project', 'seconds']): ExportTable {
  return { name: 'spans', columns, count: rows.length, rows };
}

const textOf = (pieces: Iterable<ExportPiece>) => [...pieces].map(piece => piece.text).join('');
const csv = (rows: Cell[][]) => textOf(csvOf(table(rows)));

/** Reads CSV by the grammar of RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    assert.ok(match, 'no CSV');
    const [, value = '', end] = match;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('an export as CSV', () => {
  it('has a line of headings, CRLF, and empty fields for nothing', () => {
    assert.equal(
      csv([
        ['shop', 1.5],
        [null, 0],
      ]),
      'project,seconds\r\nshop,1.5\r\n,0\r\n',
    );
  });

  it('quotes what needs to be', () => {
    assert.equal(
      csv([
        ['a,b', 1],
        ['say "no"', 2],
        ['two\nlines', 3],
      ]).slice(17),
      '"a,b",1\r\n"say ""no""",2\r\n"two\nlines",3\r\n',
    );
  });

  it('lets no spreadsheet take a text for a formula, and leaves numbers alone', () => {
    for (const text of ['=1+1', '+1', '-x', '@SUM(A1)', '\tx']) {
      assert.equal(parseCsv(csv([[text, -1]]))[1]?.[0], `'${text}`);
    }
    assert.equal(parseCsv(csv([['a=b', -1]]))[1]?.join(), 'a=b,-1');
  });

  it('reads back, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer()), { minLength: 1 }), rows => {
        const [, ...read] = parseCsv(csv(rows));
        assert.deepEqual(
          read,
          rows.map(([text, number]) => [/^[=+\-@\t\r]/.test(text) ? `'${text}` : text, String(number)]),
        );
      }),
    );
  });
});

describe('an export as JSON', () => {
  it('reads back as it was, each row on a line of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(fc.string()), fc.integer())), rows => {
        const text = textOf(jsonOf(HEAD, [table(rows), { ...table([], ['id']), name: 'none' }]));
        const spans = rows.map(([project, seconds]) => ({ project, seconds }));
        assert.deepEqual(JSON.parse(text), { ...HEAD, spans, none: [] });
        // One line for the head and for either end of a table, one for the end of all, and the last line's end.
        assert.equal(text.split('\n').length, rows.length + 7);
      }),
    );
  });

  it('comes in pieces of some hundred rows, which say how many they hold', () => {
    const rows = Array.from({ length: 1_234 }, (_, i) => ['shop', i]);
    const pieces = [...jsonOf(HEAD, [table(rows)])];
    assert.ok(pieces.every(piece => piece.rows <= 500));
    assert.equal(
      pieces.reduce((sum, piece) => sum + piece.rows, 0),
      1_234,
    );
  });
});
