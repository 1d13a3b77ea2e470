import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addItem,
  blockItem,
  editItem,
  moveItem,
  placeItem,
  snoozeItem,
  type Draft,
} from '../../../../src/core/queue/actions.ts';
import { apply, type Change } from '../../../../src/core/queue/change.ts';
import { inOrder, isSnoozed, type Item, type Items } from '../../../../src/core/queue/item.ts';
import { DAY, item, itemsOf, NOW, row } from './builders.ts';

function after(items: Items, change: Change | null): Items {
  assert.ok(change);
  return apply(items, change).items;
}
function changed(one: Item, change: Change | null): Item {
  return after(itemsOf([one]), change).get(one.id)!;
}
const idsOf = (items: Items) => inOrder(items).map(({ id }) => id);

const draft: Draft = {
  title: 'New',
  labels: ['bug'],
  priority: 'low',
  budgetMinutes: 30,
  due: null,
  state: 'inbox',
};
const origin = { id: 'n', key: 'A-9', project: 'shop', at: NOW };

describe('addItem', () => {
  it('puts a new item at the end', () => {
    const items = after(row(3), addItem(row(3), draft, origin));
    assert.deepEqual(idsOf(items), ['i1', 'i2', 'i3', 'n']);
    const { order } = items.get('n')!;
    assert.deepEqual(items.get('n'), item({ ...draft, id: 'n', key: 'A-9', project: 'shop', order }));
  });

  it('starts one that is added as being done', () => {
    const items = after(row(0), addItem(row(0), { ...draft, state: 'doing' }, origin));
    assert.equal(items.get('n')?.startedAt, NOW);
  });

  it('takes the title as text, and none without', () => {
    const add = addItem(row(0), { ...draft, title: ' <img onerror=x>\n[a](b)\u0007 ' }, origin);
    assert.equal(after(row(0), add).get('n')?.title, '<img onerror=x> [a](b)');
    assert.equal(addItem(row(0), { ...draft, title: '\u200b \u0000' }, origin), null);
  });
});

describe('editItem', () => {
  it('takes what differs, and only that', () => {
    const old = item({ labels: ['bug'], due: '2026-11-27' });
    assert.deepEqual(editItem(old, { labels: ['bug'], due: null, title: 'Something' }), {
      kind: 'edit',
      id: 'i1',
      fields: { due: null },
    });
    assert.equal(editItem(old, { labels: ['bug'] }), null);
  });

  it('cleans a title and leaves the old one where the new one is empty', () => {
    assert.equal(changed(item(), editItem(item(), { title: 'a\tb' })).title, 'a b');
    assert.equal(editItem(item(), { title: ' ' }), null);
  });
});

describe('moveItem', () => {
  it('keeps the first start, and tells the end', () => {
    const started = changed(item(), moveItem(item(), 'doing', NOW));
    assert.equal(started.startedAt, NOW);
    const waiting = changed(started, moveItem(started, 'waiting', NOW + 1));
    const again = changed(waiting, moveItem(waiting, 'doing', NOW + 2));
    assert.equal(again.startedAt, NOW);
    const done = changed(again, moveItem(again, 'done', NOW + 3));
    assert.deepEqual([done.state, done.startedAt, done.closedAt], ['done', NOW, NOW + 3]);
    const reopened = changed(done, moveItem(done, 'next', NOW + 4));
    assert.deepEqual([reopened.state, reopened.startedAt, reopened.closedAt], ['next', NOW, null]);
  });

  it('drops with the time', () => {
    assert.equal(changed(item(), moveItem(item(), 'dropped', NOW)).closedAt, NOW);
  });

  it('wakes what was snoozed', () => {
    const snoozed = item({ snoozedUntil: NOW + DAY });
    assert.equal(changed(snoozed, moveItem(snoozed, 'doing', NOW)).snoozedUntil, null);
  });

  it('does nothing where the item stands already', () => {
    assert.equal(moveItem(item({ state: 'doing' }), 'doing', NOW), null);
  });
});

describe('snoozeItem', () => {
  it('hides an open item until the time has come', () => {
    const snoozed = changed(item(), snoozeItem(item(), NOW + DAY));
    assert.equal(isSnoozed(snoozed, NOW + DAY - 1), true);
    assert.equal(isSnoozed(snoozed, NOW + DAY), false);
    assert.equal(isSnoozed(changed(snoozed, snoozeItem(snoozed, null)), NOW), false);
  });

  it('changes nothing twice, and nothing that is closed', () => {
    assert.equal(snoozeItem(item(), null), null);
    assert.equal(snoozeItem(item({ state: 'done' }), NOW), null);
  });
});

describe('placeItem', () => {
  it('moves one item and writes only that', () => {
    const change = placeItem(row(4), 'i4', { before: 'i2' });
    assert.equal(change?.kind, 'reorder');
    assert.deepEqual(idsOf(after(row(4), change)), ['i1', 'i4', 'i2', 'i3']);
    assert.deepEqual(idsOf(after(row(4), placeItem(row(4), 'i1', { after: 'i4' }))), [
      'i2',
      'i3',
      'i4',
      'i1',
    ]);
    assert.deepEqual(idsOf(after(row(4), placeItem(row(4), 'i3', { before: 'i1' }))), [
      'i3',
      'i1',
      'i2',
      'i4',
    ]);
  });

  it('does nothing where the item is there already, or one of the two is gone', () => {
    assert.equal(placeItem(row(3), 'i1', { before: 'i2' }), null);
    assert.equal(placeItem(row(3), 'i3', { after: 'i2' }), null);
    assert.equal(placeItem(row(3), 'i1', { after: 'i9' }), null);
    assert.equal(placeItem(row(3), 'i9', { before: 'i1' }), null);
    assert.equal(placeItem(row(3), 'i1', { before: 'i1' }), null);
  });

  it('comes to the wished order, also where orders are equal', () => {
    const lists = fc.array(fc.constantFrom('i000000', 'i000000', 'i000001', 'i000001i', 'i000002'), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), fc.boolean(), (orders, from, to, isBefore) => {
        let items = row(orders.length, index => ({ order: orders[index]! }));
        const old = idsOf(items);
        const id = old[from % old.length]!;
        const others = old.filter(each => each !== id);
        const anchor = others[to % others.length]!;
        const change = placeItem(items, id, isBefore ? { before: anchor } : { after: anchor });
        if (change) items = apply(items, change).items;
        others.splice(others.indexOf(anchor) + (isBefore ? 0 : 1), 0, id);
        assert.deepEqual(idsOf(items), others);
      }),
      { numRuns: 500 },
    );
  });
});

describe('blockItem', () => {
  it('lets an item wait for another, and never two for each other', () => {
    const chain = row(3, index => (index > 0 ? { blockedBy: [`i${index}`] } : {}));
    assert.equal(blockItem(chain, chain.get('i1')!, 'i3'), null);
    assert.equal(blockItem(chain, chain.get('i1')!, 'i1'), null);
    assert.equal(blockItem(chain, chain.get('i2')!, 'i1'), null);
    assert.equal(blockItem(chain, chain.get('i1')!, 'i9'), null);
    assert.deepEqual(after(chain, blockItem(chain, chain.get('i3')!, 'i1')).get('i3')?.blockedBy, [
      'i2',
      'i1',
    ]);
  });
});
