import assert from 'node:assert/strict';
import fc from 'fast-check';
import { offsetsOf, rowAt, rowsBetween } from '../../../../src/webview/queue/rowWindow.ts';

const heights = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 });
const places = fc.integer({ min: -500, max: 13_000 });

describe('The window of a long list', () => {
  it('begins each row where the one before it ends', () => {
    assert.deepEqual(offsetsOf([22, 38, 22]), [0, 22, 60, 82]);
    assert.deepEqual(offsetsOf([]), [0]);
  });

  it('knows the row at any height', () => {
    fc.assert(
      fc.property(heights, places, (list, y) => {
        const offsets = offsetsOf(list);
        const found = rowAt(offsets, y);
        const expected = list.findIndex((_, i) => y < offsets[i + 1]!);
        assert.equal(found, expected < 0 ? list.length - 1 : expected);
      }),
    );
  });

  it('draws every row that reaches into what is in sight, and no other', () => {
    fc.assert(
      fc.property(heights, places, fc.integer({ min: 0, max: 900 }), (list, top, height) => {
        const offsets = offsetsOf(list);
        const end = offsets.at(-1)!;
        fc.pre(list.length > 0 && top < end && top + height >= 0);
        const drawn = rowsBetween(offsets, top, top + height);
        const expected = list.flatMap((_, i) =>
          offsets[i + 1]! > top && offsets[i]! <= top + height ? [i] : [],
        );
        assert.deepEqual(drawn, expected);
      }),
    );
  });

  it('draws pinned rows wherever they are, each once, in order', () => {
    const offsets = offsetsOf(Array.from({ length: 100 }, () => 10));
    assert.deepEqual(rowsBetween(offsets, 500, 520, [3, 51, 90, 3, -1, 100]), [3, 50, 51, 52, 90]);
    assert.deepEqual(rowsBetween(offsetsOf([]), 0, 100, [-1]), []);
  });
});
