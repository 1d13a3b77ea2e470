import { ITEM_GROUPS, type ItemGroup, type QueueSorting } from '../messages/queue.ts';
import { isSnoozed, type Item } from './item.ts';

/** Where the panel lists an item at `now` (epoch milliseconds). */
export function groupOf(item: Item, now: number): ItemGroup {
  const { state } = item;
  if (state === 'done' || state === 'dropped') return 'closed';
  return isSnoozed(item, now) ? 'snoozed' : state;
}

/**
 * Items, given in their own order, as the panel lists them: group by group; snoozed ones by when they come back, closed ones the
 * last first, all others in their own order or by score.
 */
export function sorted(
  items: readonly Item[],
  { sorting, now, scoreOf }: { sorting: QueueSorting; now: number; scoreOf: (item: Item) => number },
): Item[] {
  const groups = new Map<ItemGroup, Item[]>(ITEM_GROUPS.map(group => [group, []]));
  for (const item of items) groups.get(groupOf(item, now))?.push(item);
  return [...groups].flatMap(([group, list]) => {
    if (group === 'closed') return list.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
    if (group === 'snoozed') return list.sort((a, b) => (a.snoozedUntil ?? 0) - (b.snoozedUntil ?? 0));
    return sorting === 'own' ? list : list.sort((a, b) => scoreOf(b) - scoreOf(a));
  });
}
