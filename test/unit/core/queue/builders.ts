import fc from 'fast-check';
import {
  ITEM_STATES,
  keyOfNumber,
  PRIORITIES,
  type Item,
  type Items,
} from '../../../../src/core/queue/item.ts';
import { orderBetween } from '../../../../src/core/queue/order.ts';

/** A Sunday, ten in the morning. */
export const NOW = Date.UTC(2026, 10, 22, 10);
export const TODAY = '2026-11-22';
export const DAY = 86_400_000;

/** An open item that says nothing of itself, created now. */
export function item(overrides: Partial<Item> = {}): Item {
  return {
    id: 'i1',
    key: 'A-1',
    title: 'Something',
    state: 'next',
    labels: [],
    priority: null,
    project: null,
    budgetMinutes: null,
    due: null,
    scheduled: null,
    snoozedUntil: null,
    createdAt: NOW,
    startedAt: null,
    closedAt: null,
    order: 'i000000',
    blockedBy: [],
    ...overrides,
  };
}

export function itemsOf(list: readonly Item[]): Items {
  return new Map(list.map(each => [each.id, each]));
}

/** `count` items in a row: i1, i2, …; what `make` says of each beside. */
export function row(count: number, make: (index: number) => Partial<Item> = () => ({})): Items {
  const list: Item[] = [];
  let order: string | null = null;
  for (let i = 0; i < count; i++) {
    order = orderBetween(order, null);
    list.push(item({ id: `i${i + 1}`, key: keyOfNumber(i + 1), order, ...make(i) }));
  }
  return itemsOf(list);
}

const dates = fc.constantFrom('2026-11-01', '2026-11-22', '2026-11-23', '2026-12-24');
const times = fc.integer({ min: NOW - 500 * DAY, max: NOW + 5 * DAY });
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

/** The fields of an item that can be anything. */
export const looseFields: fc.Arbitrary<Partial<Item>> = fc.record({
  title: fc.constantFrom('Fix the login', 'Read', 'Ask Ann'),
  state: fc.constantFrom(...ITEM_STATES),
  labels: fc.uniqueArray(fc.constantFrom('bug', 'feature', 'exploration', 'review'), { maxLength: 4 }),
  priority: orNull(fc.constantFrom(...PRIORITIES)),
  project: orNull(fc.constantFrom('shop', 'blog')),
  budgetMinutes: orNull(fc.integer({ min: 1, max: 600 })),
  due: orNull(dates),
  scheduled: orNull(dates),
  snoozedUntil: orNull(times),
  createdAt: times,
});

/** Up to eight items in a row. */
export const queues: fc.Arbitrary<Items> = fc
  .array(looseFields, { maxLength: 8 })
  .map(fields => row(fields.length, index => fields[index] ?? {}));
