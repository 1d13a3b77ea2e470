import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply, type Change } from '../../../../src/core/queue/change.ts';
import { inOrder } from '../../../../src/core/queue/item.ts';
import { item, itemsOf, queues, row } from './builders.ts';
import { changes } from './changes.ts';

describe('apply', () => {
  it('is taken back exactly by its inverse, and done again by the inverse of that', () => {
    fc.assert(
      fc.property(queues, changes, (items, change) => {
        const done = apply(items, change);
        if (!done.inverse) return assert.deepEqual(done.items, items);
        const undone = apply(done.items, done.inverse);
        assert.deepEqual(undone.items, items);
        assert.deepEqual(inOrder(undone.items), inOrder(items));
        assert.ok(undone.inverse);
        assert.deepEqual(apply(undone.items, undone.inverse).items, done.items);
      }),
      { numRuns: 500 },
    );
  });

  it('is taken back step by step, however many steps there were', () => {
    fc.assert(
      fc.property(queues, fc.array(changes, { maxLength: 30 }), (items, steps) => {
        let now = items;
        const inverses: Change[] = [];
        for (const step of steps) {
          const done = apply(now, step);
          now = done.items;
          if (done.inverse) inverses.push(done.inverse);
        }
        for (const inverse of inverses.reverse()) now = apply(now, inverse).items;
        assert.deepEqual(now, items);
      }),
    );
  });

  it('leaves the items that it was given as they were', () => {
    fc.assert(
      fc.property(queues, changes, (items, change) => {
        const before = structuredClone(items);
        apply(items, change);
        assert.deepEqual(items, before);
      }),
    );
  });

  it('writes no field but those of the change, so that two windows do not undo each other', () => {
    const start = itemsOf([item({ title: 'Old', due: null })]);
    const mine = apply(start, { kind: 'edit', id: 'i1', fields: { title: 'Mine' } });
    const theirs = apply(mine.items, { kind: 'edit', id: 'i1', fields: { due: '2026-11-27' } });
    assert.ok(mine.inverse);
    const undone = apply(theirs.items, mine.inverse);
    assert.deepEqual([...undone.items.values()], [item({ title: 'Old', due: '2026-11-27' })]);
  });

  it('adds no item twice', () => {
    const items = itemsOf([item()]);
    assert.deepEqual(apply(items, { kind: 'add', item: item({ title: 'Other' }) }), { items, inverse: null });
  });

  it('does nothing to an item that is gone', () => {
    const items = row(2);
    for (const change of [
      { kind: 'remove', id: 'i9' },
      { kind: 'edit', id: 'i9', fields: { title: 'Ghost' } },
      { kind: 'all', changes: [{ kind: 'reorder', id: 'i9', fields: { order: 'i000000' } }] },
    ] as const) {
      assert.deepEqual(apply(items, change), { items, inverse: null });
    }
  });

  it('takes back of several changes those that were possible', () => {
    const items = row(2);
    const done = apply(items, {
      kind: 'all',
      changes: [
        { kind: 'remove', id: 'i1' },
        { kind: 'remove', id: 'i9' },
        { kind: 'edit', id: 'i2', fields: { title: 'Left' } },
      ],
    });
    assert.equal(done.items.size, 1);
    assert.ok(done.inverse);
    assert.deepEqual(apply(done.items, done.inverse).items, items);
  });
});
