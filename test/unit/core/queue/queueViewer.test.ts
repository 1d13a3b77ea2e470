import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { ITEM_GROUPS, type QueueView } from '../../../../src/core/messages/queue.ts';
import { apply } from '../../../../src/core/queue/change.ts';
import { DEFAULT_COEFFICIENTS } from '../../../../src/core/queue/coefficients.ts';
import { inOrder, type Items } from '../../../../src/core/queue/item.ts';
import { QueueViewer, type QueueViewInput } from '../../../../src/core/queue/queueViewer.ts';
import { clockText } from '../../../../src/core/text/clock.ts';
import { DAY, item, itemsOf, NOW, queues, row, TODAY } from './builders.ts';
import { changes } from './changes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const calendar = zoneCalendar('UTC');
const clock = clockText('UTC');

function input(items: Items, overrides: Partial<QueueViewInput> = {}): QueueViewInput {
  return {
    items,
    now: NOW,
    today: TODAY,
    clock,
    dateAt: time => calendar.dayAt(time).date,
    usedMs: new Map(),
    activeId: null,
    coefficients: DEFAULT_COEFFICIENTS,
    sorting: 'own',
    wipLimit: 2,
    freeMinutes: null,
    deepBlock: null,
    undo: null,
    redo: null,
    ...overrides,
  };
}

const view = (items: Items, overrides: Partial<QueueViewInput> = {}): QueueView =>
  new QueueViewer().view(input(items, overrides));
const only = (...args: Parameters<typeof view>) => {
  const [first] = view(...args).items;
  assert.ok(first);
  return first;
};
const ids = (shown: QueueView) => shown.items.map(each => each.id);

describe('QueueViewer', () => {
  it('lists items group by group, the snoozed by when they come back, the closed the last first', () => {
    const items = itemsOf([
      item({ id: 'a', state: 'done', closedAt: NOW - 5, order: 'a000000' }),
      item({ id: 'b', state: 'dropped', closedAt: NOW - 1, order: 'b000000' }),
      item({ id: 'c', snoozedUntil: NOW + 9, order: 'c000000' }),
      item({ id: 'd', snoozedUntil: NOW + 3, order: 'd000000' }),
      item({ id: 'e', state: 'waiting', order: 'e000000' }),
      item({ id: 'f', state: 'inbox', order: 'f000000' }),
      item({ id: 'g', state: 'next', order: 'h000000' }),
      item({ id: 'h', state: 'next', order: 'g000000' }),
      item({ id: 'i', state: 'doing', order: 'i000000' }),
    ]);
    const shown = view(items);
    assert.deepEqual(ids(shown), ['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a']);
    const groups = shown.items.map(each => ITEM_GROUPS.indexOf(each.group));
    assert.deepEqual(
      groups,
      groups.toSorted((a, b) => a - b),
    );
  });

  it('sorts each group by score where that is wished for, and leaves equal ones in their own order', () => {
    const items = row(4, index => ({ priority: index === 2 ? 'high' : null }));
    assert.deepEqual(ids(view(items, { sorting: 'score' })), ['i3', 'i1', 'i2', 'i4']);
    assert.deepEqual(ids(view(items)), ['i1', 'i2', 'i3', 'i4']);
  });

  it('shows a score as the sum of its terms', () => {
    const shown = only(itemsOf([item({ due: TODAY, priority: 'low', state: 'waiting' })]));
    assert.deepEqual(shown.terms, [
      { label: 'due', value: '+8.8' },
      { label: 'low priority', value: '+1.8' },
      { label: 'waiting', value: '−3' },
    ]);
    assert.equal(shown.score, 7.6);
  });

  it('says when an item is due, except where it is closed', () => {
    assert.equal(only(itemsOf([item({ due: '2026-11-23' })])).dueText, 'due tomorrow');
    const done = item({ due: '2026-11-01', state: 'done', closedAt: NOW });
    assert.deepEqual([only(itemsOf([done])).dueText, only(itemsOf([done])).due], ['', '2026-11-01']);
  });

  it('says until when an item is snoozed, and lists it again after that', () => {
    const until = (time: number, now = NOW) => only(itemsOf([item({ snoozedUntil: time })]), { now });
    assert.equal(until(NOW + HOUR).snoozedText, 'until 11:00');
    assert.equal(until(NOW + DAY - HOUR).snoozedText, 'until tomorrow 9:00');
    assert.equal(until(NOW + 3 * DAY).snoozedText, 'until Wed 10:00');
    assert.equal(until(NOW + HOUR).group, 'snoozed');
    const back = until(NOW + HOUR, NOW + HOUR);
    assert.deepEqual([back.group, back.snoozedText], ['next', '']);
  });

  it('counts the time of the item whose clock runs in whole minutes, and others’ exactly', () => {
    const items = itemsOf([item({ budgetMinutes: 5 })]);
    const used = (ms: number, activeId: string | null) =>
      only(items, { usedMs: new Map([['i1', ms]]), activeId });
    assert.equal(used(4 * MINUTE + 59_000, 'i1').usedMs, 4 * MINUTE);
    assert.equal(used(4 * MINUTE + 59_000, null).usedMs, 4 * MINUTE + 59_000);
    assert.equal(used(34_000, 'i1').usedMs, 30_000);
    assert.deepEqual(
      [5 * MINUTE, 5 * MINUTE + 1].map(ms => used(ms, 'i1').isOverBudget),
      [false, true],
    );
  });

  it('shows what a budget comes to by experience, and what that is told from', () => {
    const finished = row(12, () => ({
      state: 'done',
      closedAt: NOW,
      budgetMinutes: 10,
      labels: ['bug'],
    }));
    const usedMs = new Map([...finished.keys()].map(id => [id, 20 * MINUTE]));
    const open = item({ id: 'x', key: 'A-99', budgetMinutes: 30, labels: ['bug'], order: 'z000000' });
    const shown = only(new Map(finished).set('x', open), { usedMs });
    assert.deepEqual(shown.range, {
      lowMinutes: 60,
      highMinutes: 60,
      basis: 'from 12 finished items with #bug',
    });
    const few = new Map([...finished].slice(0, 9)).set('x', open);
    assert.equal(only(few, { usedMs }).range, null);
  });

  it('names the open items that one waits for', () => {
    const items = row(3, index => ({
      title: `Item ${index + 1}`,
      ...(index === 0 ? { blockedBy: ['i2', 'i3', 'gone'] } : {}),
      ...(index === 2 ? { state: 'done', closedAt: NOW } : {}),
    }));
    assert.deepEqual(only(items).blockedBy, ['A-2 Item 2']);
  });

  it('follows the name of a blocker', () => {
    const viewer = new QueueViewer();
    const items = row(2, index => (index === 0 ? { blockedBy: ['i2'] } : {}));
    viewer.view(input(items));
    const renamed = apply(items, { kind: 'edit', id: 'i2', fields: { title: 'Renamed' } }).items;
    assert.deepEqual(viewer.view(input(renamed)).items[0]?.blockedBy, ['A-2 Renamed']);
  });

  it('offers the small ones in the order in which they are listed', () => {
    const items = row(3, index => ({ budgetMinutes: 25, priority: index === 2 ? 'high' : null }));
    assert.deepEqual(view(items, { sorting: 'score' }).smallOnes, { ids: ['i3', 'i1'], minutes: 50 });
  });

  it('is the same object where nothing looks different', () => {
    const viewer = new QueueViewer();
    const items = row(5, index => ({ labels: ['bug'], budgetMinutes: index + 1 }));
    const first = viewer.view(input(items));
    assert.equal(viewer.view(input(new Map(items), { now: NOW + 1000 })), first);
  });

  it('keeps the views of the items that did not change', () => {
    const viewer = new QueueViewer();
    const items = row(5);
    const first = viewer.view(input(items));
    const second = viewer.view(input(new Map(items).set('i2', { ...items.get('i2')!, title: 'Another' })));
    const changed = second.items.filter((each, index) => each !== first.items[index]);
    assert.deepEqual(
      changed.map(each => each.title),
      ['Another'],
    );
  });

  it('remembers nothing that is no longer so, whatever happens', () => {
    const moment = fc.record({
      change: changes,
      now: fc.integer({ min: 0, max: 3 * DAY }),
      used: fc.dictionary(fc.constantFrom('i1', 'i2', 'i3'), fc.integer({ min: 1, max: 90 * MINUTE })),
      activeId: fc.constantFrom(null, 'i1', 'i2'),
      sorting: fc.constantFrom('own', 'score'),
      freeMinutes: fc.constantFrom(null, 25, 60),
      deepBlock: fc.constantFrom(null, { inMinutes: 0, minutes: 50, item: 'i1' }),
      age: fc.constantFrom(2, 200),
    });
    fc.assert(
      fc.property(queues, fc.array(moment, { maxLength: 10 }), (start, moments) => {
        const viewer = new QueueViewer();
        let items = start;
        for (const { change, now: later, used, age, ...others } of moments) {
          items = apply(items, change).items;
          const now = NOW + later;
          const asked = input(items, {
            ...others,
            now,
            today: calendar.dayAt(now).date,
            usedMs: new Map(Object.entries(used)),
            coefficients: age === 2 ? DEFAULT_COEFFICIENTS : { ...DEFAULT_COEFFICIENTS, age },
          });
          assert.deepEqual(viewer.view(asked), new QueueViewer().view(asked));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows each item once, whatever the queue holds', () => {
    fc.assert(
      fc.property(queues, items => {
        assert.deepEqual(
          ids(view(items)).toSorted(),
          inOrder(items)
            .map(each => each.id)
            .toSorted(),
        );
      }),
    );
  });
});
