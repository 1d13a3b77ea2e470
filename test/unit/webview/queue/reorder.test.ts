import assert from 'node:assert/strict';
import { lineOf, placeAt, placing, stepping } from '../../../../src/webview/queue/reorder.ts';
import { offsetsOf } from '../../../../src/webview/queue/rowWindow.ts';
import { itemsIn, rowsFor } from './builders.ts';

const items = itemsIn('doing', 'next', 'next', 'inbox', 'closed');
const [doing, first, second, inbox] = [items[0]!, items[1]!, items[2]!, items[3]!];
const rows = rowsFor(items);

describe('stepping', () => {
  const step = (id: number, by: 1 | -1) => stepping(rows, items[id - 1]!, by, 'own');

  it('goes one place up or down in a group', () => {
    assert.deepEqual(step(3, -1), { type: 'placeItem', id: 'i3', at: 'before', anchor: 'i2' });
    assert.deepEqual(step(2, 1), { type: 'placeItem', id: 'i2', at: 'after', anchor: 'i3' });
  });
  it('comes into the next group at its nearer edge', () => {
    assert.deepEqual(step(2, -1), { type: 'placeItem', id: 'i2', at: 'after', anchor: 'i1' });
    assert.deepEqual(step(3, 1), { type: 'placeItem', id: 'i3', at: 'before', anchor: 'i4' });
  });
  it('comes into a group without items by its state', () => {
    assert.deepEqual(step(4, 1), { type: 'moveItem', id: 'i4', state: 'waiting' });
  });
  it('ends at the first and the last group, and leaves closed items alone', () => {
    assert.equal(step(1, -1), null);
    assert.equal(step(5, -1), null);
  });
  it('passes over details', () => {
    const opened = rowsFor(items, { isItemOpen: () => true });
    const request = stepping(opened, first, 1, 'own');
    assert.deepEqual(request, { type: 'placeItem', id: 'i2', at: 'after', anchor: 'i3' });
  });
  it('in a list by score only leads to other groups', () => {
    assert.equal(stepping(rows, first, 1, 'score'), 'sorted');
    assert.deepEqual(stepping(rows, first, -1, 'score'), { type: 'moveItem', id: 'i2', state: 'doing' });
  });
});

describe('placing', () => {
  it('asks for nothing where the item stands there already', () => {
    for (const place of [
      { at: 'before', anchor: second },
      { at: 'before', anchor: first },
      { at: 'after', anchor: first },
    ] as const) {
      assert.equal(placing(rows, first, place, 'own'), null);
    }
    assert.equal(placing(rows, first, { into: 'next' }, 'own'), null);
  });
  it('puts an item beside one of another group', () => {
    const request = placing(rows, second, { at: 'after', anchor: doing }, 'own');
    assert.deepEqual(request, { type: 'placeItem', id: 'i3', at: 'after', anchor: 'i1' });
  });
});

describe('placeAt', () => {
  // Rows of 20 px: doing, i1, next, i2, i3, inbox, i4, closed, i5.
  const offsets = offsetsOf(rows.map(() => 20));
  const at = (y: number) => placeAt(rows, offsets, Math.floor(y / 20), y);

  it('is before an item in its upper half, and after it in its lower one', () => {
    assert.deepEqual(at(62), { at: 'before', anchor: first });
    assert.deepEqual(at(78), { at: 'after', anchor: first });
  });
  it('is before the first item of the group on its name', () => {
    assert.deepEqual(at(105), { at: 'before', anchor: inbox });
  });
  it('is into a group that shows no items', () => {
    const folded = rowsFor(items, { isGroupOpen: group => group !== 'next' });
    assert.deepEqual(placeAt(folded, offsets, 2, 45), { into: 'next' });
  });
  it('is nowhere among what is out of sight, or outside', () => {
    assert.equal(at(150), null);
    assert.equal(at(170), null);
    assert.equal(at(900), null);
  });
});

describe('lineOf', () => {
  it('is below the details of what it comes after', () => {
    const opened = rowsFor(items, { isItemOpen: item => item.id === 'i2' });
    assert.deepEqual(lineOf(opened, { at: 'after', anchor: first }), { index: 4, isAfter: true });
    assert.deepEqual(lineOf(opened, { at: 'before', anchor: first }), { index: 3, isAfter: false });
    assert.deepEqual(lineOf(opened, { into: 'inbox' }), { index: 6, isAfter: true });
  });
});
