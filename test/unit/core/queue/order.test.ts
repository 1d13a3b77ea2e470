import assert from 'node:assert/strict';
import fc from 'fast-check';
import { orderBetween } from '../../../../src/core/queue/order.ts';

describe('orderBetween', () => {
  it('finds a place wherever an item is put, and keeps the list in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), places => {
        const list: string[] = [];
        for (const place of places) {
          const index = place % (list.length + 1);
          list.splice(index, 0, orderBetween(list[index - 1] ?? null, list[index] ?? null));
        }
        assert.deepEqual([...list].sort(), list);
        assert.equal(new Set(list).size, list.length);
      }),
    );
  });

  it('keeps orders short in a list that grows at its ends', () => {
    let first = orderBetween(null, null);
    let last = first;
    for (let i = 0; i < 5000; i++) {
      last = orderBetween(last, null);
      first = orderBetween(null, first);
    }
    assert.equal(last.length, 7);
    assert.equal(first.length, 7);
  });

  it('grows by a character in five where all go to one place', () => {
    let below = orderBetween(null, null);
    const above = orderBetween(below, null);
    for (let i = 0; i < 1000; i++) below = orderBetween(below, above);
    assert.ok(below < above);
    assert.ok(below.length < 7 + 1000 / 5, `${below.length}`);

    let top = orderBetween(null, null);
    const bottom = top;
    top = orderBetween(bottom, null);
    for (let i = 0; i < 1000; i++) top = orderBetween(bottom, top);
    assert.ok(bottom < top);
    assert.ok(top.length < 7 + 1000 / 4, `${top.length}`);
  });

  it('uses the room that a removed item has left', () => {
    assert.equal(orderBetween('i000001', 'i000009'), 'i000002');
  });

  it('refuses what is no place', () => {
    assert.throws(() => orderBetween('i000001', 'i000001'), RangeError);
    assert.throws(() => orderBetween('i000002', 'i000001'), RangeError);
  });
});
