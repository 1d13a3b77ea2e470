import { moveItem, placeItem } from './actions.ts';
import type { Blocking } from './blocking.ts';
import { apply, type Change } from './change.ts';
import { inOrder, isSnoozed, type AmountById, type Item, type Items } from './item.ts';

/** Items planned for at most so long are small: micro-tasks. */
export const SMALL_MINUTES = 30;
/** What one block of small ones may come to. */
export const BLOCK_MINUTES = 60;

export interface SmallOnes {
  readonly ids: readonly string[];
  /** What is left of their budgets, together. */
  readonly minutes: number;
}

/**
 * The first small items of a list that fit one block together: not begun, not snoozed, waiting for nothing, with something left of
 * their budget. null where they are fewer than two: there is nothing to put together.
 */
export function smallOnes(
  list: readonly Item[],
  { blocking, usedMinutes, now }: { blocking: Blocking; usedMinutes: AmountById; now: number },
): SmallOnes | null {
  const ids: string[] = [];
  let minutes = 0;
  for (const item of list) {
    const left = minutesLeft(item, usedMinutes);
    if (!isSmall(item, now) || blocking.isBlocked(item.id) || left === 0) continue;
    if (minutes + left > BLOCK_MINUTES) continue;
    ids.push(item.id);
    minutes += left;
  }
  return ids.length < 2 ? null : { ids, minutes };
}

/** What is left of an item's budget, in whole minutes; 0 without one, or where it is used up. */
export function minutesLeft(
  { id, budgetMinutes }: Pick<Item, 'id' | 'budgetMinutes'>,
  usedMinutes: AmountById,
): number {
  return Math.max(0, Math.ceil((budgetMinutes ?? 0) - (usedMinutes.get(id) ?? 0)));
}

function isSmall(item: Item, now: number): boolean {
  const { state, budgetMinutes } = item;
  if (budgetMinutes === null || budgetMinutes > SMALL_MINUTES) return false;
  return (state === 'inbox' || state === 'next') && !isSnoozed(item, now);
}

/** Lets open items stand together where the first of them stands, as things to be done next; null where they do already. */
export function batchItems(items: Items, ids: readonly string[], at: number): Change | null {
  const wanted = new Set(ids);
  const batch = inOrder(items).filter(item => wanted.has(item.id) && item.closedAt === null);
  const changes: Change[] = [];
  let now = items;
  const take = (change: Change | null) => {
    if (!change) return;
    changes.push(change);
    now = apply(now, change).items;
  };
  batch.forEach((item, index) => {
    if (item.state === 'inbox') take(moveItem(item, 'next', at));
    const before = batch[index - 1];
    if (before) take(placeItem(now, item.id, { after: before.id }));
  });
  return changes.length === 0 ? null : { kind: 'all', changes };
}
