import type { ItemGroup, ItemView, QueueRequest, QueueSorting } from '../../core/messages/queue.ts';
import { groupBeside, groupRowId, isOpenGroup, type Row } from './rows.ts';

/** Where an item is to come: beside another one, or into a group, whose only or first item it will be. */
export type DropPlace =
  { readonly at: 'before' | 'after'; readonly anchor: ItemView } | { readonly into: ItemGroup };

/** What comes of it. `sorted`: the list is in order of score, so that a place in it cannot be chosen. */
export type Reordering = QueueRequest | 'sorted' | null;

/** The place at height `y` of the rows that begin at `offsets`; `index`: the row there. null: nothing can be dropped there. */
export function placeAt(
  rows: readonly Row[],
  offsets: readonly number[],
  index: number,
  y: number,
): DropPlace | null {
  const row = rows[index];
  if (!row) return null;
  if (row.kind !== 'group') {
    if (!isOpenGroup(row.item.group)) return null;
    if (row.kind === 'details') return { at: 'after', anchor: row.item };
    const middle = ((offsets[index] ?? 0) + (offsets[index + 1] ?? 0)) / 2;
    return { at: y < middle ? 'before' : 'after', anchor: row.item };
  }
  if (!isOpenGroup(row.group)) return null;
  const first = rows[index + 1];
  return first?.kind === 'item' ? { at: 'before', anchor: first.item } : { into: row.group };
}

/** To another place by hand. */
export function placing(
  rows: readonly Row[],
  item: ItemView,
  place: DropPlace,
  sorting: QueueSorting,
): Reordering {
  const group = 'into' in place ? place.into : place.anchor.group;
  if ('into' in place || (sorting === 'score' && group !== item.group)) {
    return group === item.group ? null : moveTo(item, group);
  }
  if (isThere(rows, item, place)) return null;
  if (sorting === 'score') return 'sorted';
  return { type: 'placeItem', id: item.id, at: place.at, anchor: place.anchor.id };
}

/** One place up or down by hand; from the edge of its group into the next one. */
export function stepping(
  rows: readonly Row[],
  item: ItemView,
  step: 1 | -1,
  sorting: QueueSorting,
): Reordering {
  if (!isOpenGroup(item.group)) return null;
  const members = membersOf(rows, item.group);
  const anchor = members[members.findIndex(({ id }) => id === item.id) + step];
  if (anchor) return placing(rows, item, { at: step < 0 ? 'before' : 'after', anchor }, sorting);
  const group = groupBeside(item.group, step);
  return group === null ? null : placing(rows, item, edgeOf(rows, group, step), sorting);
}

/** Where one comes into a group from below (-1) or from above. */
function edgeOf(rows: readonly Row[], group: ItemGroup, step: 1 | -1): DropPlace {
  const members = membersOf(rows, group);
  const anchor = step < 0 ? members.at(-1) : members[0];
  return anchor ? { at: step < 0 ? 'after' : 'before', anchor } : { into: group };
}

/** The items of a group that are in sight, in order. */
function membersOf(rows: readonly Row[], group: ItemGroup): ItemView[] {
  return rows.flatMap(row => (row.kind === 'item' && row.item.group === group ? [row.item] : []));
}

function isThere(
  rows: readonly Row[],
  item: ItemView,
  { at, anchor }: Exclude<DropPlace, { into: ItemGroup }>,
) {
  if (anchor.id === item.id) return true;
  if (anchor.group !== item.group) return false;
  const ids = membersOf(rows, item.group).map(({ id }) => id);
  return ids.indexOf(item.id) - ids.indexOf(anchor.id) === (at === 'before' ? -1 : 1);
}

function moveTo(item: ItemView, group: ItemGroup): QueueRequest | null {
  if (group === 'snoozed' || group === 'closed') return null;
  return { type: 'moveItem', id: item.id, state: group };
}

/** Which row a place is shown at, and on which side of it. */
export function lineOf(rows: readonly Row[], place: DropPlace): { index: number; isAfter: boolean } {
  if ('into' in place) {
    return { index: rows.findIndex(({ id }) => id === groupRowId(place.into)), isAfter: true };
  }
  const isAfter = place.at === 'after';
  const isOfAnchor = (row: Row) => row.kind !== 'group' && row.item.id === place.anchor.id;
  // Its details belong to it.
  return { index: isAfter ? rows.findLastIndex(isOfAnchor) : rows.findIndex(isOfAnchor), isAfter };
}
