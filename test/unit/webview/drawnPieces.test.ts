import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Activity } from '../../../src/core/activity/span.ts';
import type { PieceView } from '../../../src/core/messages/today.ts';
import { drawnPieces } from '../../../src/webview/timeline/drawnPieces.ts';
import { drawnText } from '../../../src/webview/timeline/pieceText.ts';
import { tableRows } from '../../../src/webview/timeline/tableRows.ts';

const piece = (start: number, end: number, activity: Activity = 'coding'): PieceView => ({
  kind: 'active',
  activity,
  project: 'andon',
  start,
  end,
});
/** A pixel is ten milliseconds. */
const x = (at: number) => at / 10;

describe('drawnPieces', () => {
  const drawn = (pieces: PieceView[]) => drawnPieces(pieces, x).map(({ start, end }) => [start, end]);

  it('leaves apart what can be seen apart', () =>
    assert.deepEqual(drawn([piece(0, 10), piece(10, 25), piece(40, 41)]), [
      [0, 10],
      [10, 25],
      [40, 41],
    ]));

  it('joins neighbours that are too short, until they can be seen', () =>
    assert.deepEqual(drawn([piece(0, 4), piece(4, 8), piece(8, 12), piece(12, 16)]), [
      [0, 12],
      [12, 16],
    ]));

  it('joins nothing over a gap that can be seen', () =>
    assert.deepEqual(drawn([piece(0, 4), piece(15, 19)]), [
      [0, 4],
      [15, 19],
    ]));

  it('looks like the kind that most of the time is of', () => {
    const [only] = drawnPieces([piece(0, 2, 'reading'), piece(2, 5), piece(5, 8, 'reading')], x);
    assert.equal(only && drawnText(only), '3 pieces, mostly reading');
  });

  it('keeps every piece once, in order, in about two strokes a pixel', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }))),
        steps => {
          let at = 0;
          const pieces = steps.map(([gap, length]) => {
            const start = at + gap;
            at = start + length;
            return piece(start, at);
          });
          const found = drawnPieces(pieces, x);
          assert.deepEqual(
            found.flatMap(each => each.pieces),
            pieces,
          );
          assert.ok(found.length <= 2 * x(at) + 1, `${found.length} in ${x(at)} px`);
        },
      ),
    ));
});

describe('tableRows', () => {
  it('lists all pieces of a day as most are', () => {
    const pieces = Array.from({ length: 100 }, (_, i) => piece(i, i + 1));
    assert.deepEqual(tableRows(pieces), { listed: pieces, left: null });
  });

  it('lists the longest of very many, in order of time, and adds up what is left', () => {
    const pieces = Array.from({ length: 300 }, (_, i) => piece(10 * i, 10 * i + (i % 3) + 1));
    const { listed, left } = tableRows(pieces);
    assert.deepEqual(
      listed,
      pieces.filter((_, i) => i % 3 === 2),
    );
    assert.deepEqual(left, { count: 200, ms: 300 });
  });
});
