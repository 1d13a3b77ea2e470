/** The states of an item, in the order in which it usually passes through them. */
export const ITEM_STATES = ['inbox', 'next', 'doing', 'waiting', 'done', 'dropped'] as const;
/**
 * Where an item stands: not sorted yet, to be done soon, in work, waiting for somebody or something, finished, given up.
 */
export type ItemState = (typeof ITEM_STATES)[number];

export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** One thing to do. Where something is not said it is null. */
export interface Item {
  /** Never given twice, also not to an item that was removed. */
  readonly id: string;
  /** What people and branch names call it: `A-12`. Never given twice either. */
  readonly key: string;
  /** Text and nothing else: shown as it stands, never as markup. See `cleanTitle`. */
  readonly title: string;
  readonly state: ItemState;
  /** Each once, in lower case, in the order in which they were given. */
  readonly labels: readonly string[];
  readonly priority: Priority | null;
  /** The project (workspace folder) that it belongs to. */
  readonly project: string | null;
  /** The time planned for it, in whole minutes, 1 to `MAX_BUDGET_MINUTES`. The time used is measured, and no part of an item. */
  readonly budgetMinutes: number | null;
  /** The local day until whose end it should be done; an ISO date. */
  readonly due: string | null;
  /** The local day from which on it can be worked on; an ISO date. */
  readonly scheduled: string | null;
  /** Out of sight until then; epoch milliseconds. */
  readonly snoozedUntil: number | null;
  /** Epoch milliseconds, as are the next two. */
  readonly createdAt: number;
  /** When it was first `doing`. */
  readonly startedAt: number | null;
  /** When it was done or dropped; null while it is open. */
  readonly closedAt: number | null;
  /** Its place among all items, from `orderBetween`; of equal ones the lower id comes first. */
  readonly order: string;
  /** The ids of the items that must be closed before this one can go on. What it blocks itself is told by `blockingOf`. */
  readonly blockedBy: readonly string[];
}

/** All items by id. How they are ordered is said by their `order` alone. */
export type Items = ReadonlyMap<string, Item>;

/** Amounts by item id, such as measured time; undefined: none. */
export type AmountById = Pick<ReadonlyMap<string, number>, 'get'>;

/** 1,000 hours: what is longer is no item. */
export const MAX_BUDGET_MINUTES = 60_000;

/** The label of work on new ground. */
export const EXPLORATION = 'exploration';

export function isExploration({ labels }: Pick<Item, 'labels'>): boolean {
  return labels.includes(EXPLORATION);
}

export function isOpenState(state: ItemState): boolean {
  return state !== 'done' && state !== 'dropped';
}

/** Neither done nor dropped. */
export function isOpen({ state }: Pick<Item, 'state'>): boolean {
  return isOpenState(state);
}

/** Out of sight at `now` (epoch milliseconds). */
export function isSnoozed({ snoozedUntil }: Pick<Item, 'snoozedUntil'>, now: number): boolean {
  return snoozedUntil !== null && now < snoozedUntil;
}

/** The key of the item with a running number, from 1 on. */
export function keyOfNumber(number: number): string {
  return `A-${number}`;
}

/** All items in their own order. */
export function inOrder(items: Items): Item[] {
  return [...items.values()].sort(byOrder);
}

function byOrder(a: Item, b: Item): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
