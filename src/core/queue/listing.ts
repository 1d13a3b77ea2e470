import { ITEM_GROUPS, type ItemGroup, type QueueSorting } from '../messages/queue.ts';
import { isSnoozed, type Item } from './item.ts';

/** Where the panel lists an item at `now` (epoch milliseconds). */
export function groupOf(item: Item, now: number): ItemGroup {
  const { state } = item;
  if (state === 'done' || state === 'dropped') return 'closed';
  return isSnoozed(item, now) ? 'snoozed' : state;
}

/** What decides on an item's place in the list. */
export interface Listed {
  readonly item: Item;
  readonly group: ItemGroup;
  readonly score: number;
}

/**
 * Items, given in their own order, as the panel lists them: group by group; snoozed ones by when they come back, closed ones the
 * last first, all others in their own order or by score.
 */
export function sorted<L extends Listed>(list: readonly L[], sorting: QueueSorting): L[] {
  const groups = new Map<ItemGroup, L[]>(ITEM_GROUPS.map(group => [group, []]));
  for (const each of list) groups.get(each.group)?.push(each);
  return [...groups].flatMap(([group, members]) => {
    if (group === 'closed') return members.sort((a, b) => (b.item.closedAt ?? 0) - (a.item.closedAt ?? 0));
    if (group === 'snoozed') {
      return members.sort((a, b) => (a.item.snoozedUntil ?? 0) - (b.item.snoozedUntil ?? 0));
    }
    return sorting === 'own' ? members : members.sort((a, b) => b.score - a.score);
  });
}
