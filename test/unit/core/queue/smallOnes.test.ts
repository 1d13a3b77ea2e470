import assert from 'node:assert/strict';
import { blockingOf } from '../../../../src/core/queue/blocking.ts';
import { apply } from '../../../../src/core/queue/change.ts';
import { inOrder, type Item, type Items } from '../../../../src/core/queue/item.ts';
import { batchItems, smallOnes } from '../../../../src/core/queue/smallOnes.ts';
import { NOW, row } from './builders.ts';

function small(items: Items, usedMinutes: ReadonlyMap<string, number> = new Map()) {
  return smallOnes(inOrder(items), { blocking: blockingOf(items), usedMinutes, now: NOW });
}

describe('smallOnes', () => {
  it('are those planned for half an hour at most, as many as fit one block', () => {
    const budgets = [30, 45, 15, 20, 10, null];
    const items = row(6, index => ({ budgetMinutes: budgets[index] ?? null }));
    assert.deepEqual(small(items), { ids: ['i1', 'i3', 'i5'], minutes: 55 });
  });

  it('count what is left of their budgets', () => {
    const items = row(2, () => ({ budgetMinutes: 20 }));
    assert.deepEqual(small(items, new Map([['i1', 12.5]])), { ids: ['i1', 'i2'], minutes: 28 });
  });

  it('are nothing worth a word where they are fewer than two', () => {
    assert.equal(small(row(1, () => ({ budgetMinutes: 20 }))), null);
    assert.equal(
      small(
        row(2, () => ({ budgetMinutes: 20 })),
        new Map([['i1', 20]]),
      ),
      null,
    );
  });

  const left: readonly [string, Partial<Item>][] = [
    ['begun', { state: 'doing' }],
    ['waiting', { state: 'waiting' }],
    ['done', { state: 'done' }],
    ['snoozed', { snoozedUntil: NOW + 1 }],
    ['blocked', { blockedBy: ['i1'] }],
  ];
  for (const [name, fields] of left) {
    it(`leave out one that is ${name}`, () => {
      const items = row(3, index => ({ budgetMinutes: 10, ...(index === 1 ? fields : {}) }));
      assert.deepEqual(small(items)?.ids, ['i1', 'i3']);
    });
  }
});

describe('batchItems', () => {
  const order = (items: Items) => inOrder(items).map(each => each.id);

  it('lets them stand together where the first one stands, as next', () => {
    const items = row(5, index => ({ state: index === 4 ? 'inbox' : 'next' }));
    const change = batchItems(items, ['i5', 'i2', 'i4'], NOW);
    assert.ok(change);
    const after = apply(items, change).items;
    assert.deepEqual(order(after), ['i1', 'i2', 'i4', 'i5', 'i3']);
    assert.equal(after.get('i5')?.state, 'next');
    const { inverse } = apply(items, change);
    assert.deepEqual(apply(after, inverse!).items, items);
  });

  it('does nothing where they stand together already, or are gone', () => {
    const items = row(3);
    assert.equal(batchItems(items, ['i1', 'i2'], NOW), null);
    assert.equal(batchItems(items, ['i7', 'i8'], NOW), null);
  });
});
