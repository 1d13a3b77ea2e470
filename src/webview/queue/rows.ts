import type { ItemGroup, ItemView } from '../../core/messages/queue.ts';
import { GROUP_NAMES } from './itemText.ts';

/** The list, line by line: a group, below it, where it is open, its items, and below an open item how its score was computed. */
export type Row = GroupRow | ItemRow | DetailsRow;

interface Placed {
  /** Stable over messages, unique in the list. */
  readonly id: string;
  /** Its place among its like, from 1 on, of so many. */
  readonly position: number;
  readonly of: number;
}

export interface GroupRow extends Placed {
  readonly kind: 'group';
  readonly group: ItemGroup;
  /** Its items, shown or not. */
  readonly count: number;
  readonly isOpen: boolean;
}

export interface ItemRow extends Placed {
  readonly kind: 'item';
  readonly item: ItemView;
  readonly isOpen: boolean;
}

interface DetailsRow extends Placed {
  readonly kind: 'details';
  readonly item: ItemView;
}

export interface RowOptions {
  /** Whether an item is what the filter looks for. */
  readonly matches: (item: ItemView) => boolean;
  readonly isGroupOpen: (group: ItemGroup) => boolean;
  readonly isItemOpen: (item: ItemView) => boolean;
  /** Shows open groups without items too, so that something can be dropped into them. */
  readonly withEmpty: boolean;
}

/** In the order of the screen. (The list in the messages would bring all of the messages' checks with it.) */
const GROUPS = Object.keys(GROUP_NAMES) as ItemGroup[];
/** Groups that one can sort items into by hand. */
const OPEN_GROUPS: readonly ItemGroup[] = ['doing', 'next', 'inbox', 'waiting'];

export function isOpenGroup(group: ItemGroup): boolean {
  return OPEN_GROUPS.includes(group);
}

/** The open group `step` places further, in the order of the screen; null: there is none. */
export function groupBeside(group: ItemGroup, step: 1 | -1): ItemGroup | null {
  const index = OPEN_GROUPS.indexOf(group);
  return index < 0 ? null : (OPEN_GROUPS[index + step] ?? null);
}

export function rowsOf(items: readonly ItemView[], options: RowOptions): Row[] {
  const { matches, isGroupOpen, isItemOpen, withEmpty } = options;
  const byGroup = Map.groupBy(items.filter(matches), ({ group }) => group);
  const groups = GROUPS.filter(group => byGroup.has(group) || (withEmpty && isOpenGroup(group)));
  return groups.flatMap((group, index): Row[] => {
    const members = byGroup.get(group) ?? [];
    const header: GroupRow = {
      kind: 'group',
      id: groupRowId(group),
      group,
      count: members.length,
      isOpen: isGroupOpen(group),
      position: index + 1,
      of: groups.length,
    };
    if (!header.isOpen) return [header];
    const rows = members.map((item, i) => itemRow(item, i, members.length, isItemOpen(item)));
    return [header, ...rows.flatMap(row => (row.isOpen ? [row, detailsOf(row)] : [row]))];
  });
}

function itemRow(item: ItemView, index: number, of: number, isOpen: boolean): ItemRow {
  // What is closed has no score.
  return {
    kind: 'item',
    id: itemRowId(item.id),
    item,
    position: index + 1,
    of,
    isOpen: isOpen && item.group !== 'closed',
  };
}

function detailsOf({ item }: ItemRow): DetailsRow {
  return { kind: 'details', id: `details:${item.id}`, item, position: 1, of: 1 };
}

export function groupRowId(group: ItemGroup): string {
  return `group:${group}`;
}

export function itemRowId(id: string): string {
  return `item:${id}`;
}

/**
 * The row that takes the place of `id` as the current one, where it is gone: the item that came after it before, or else the one
 * that came before it. null: nothing is left, or nothing was current.
 */
export function heirOf(id: string | null, before: readonly Row[], now: readonly Row[]): string | null {
  if (id === null) return null;
  if (now.some(row => row.id === id)) return id;
  const index = before.findIndex(row => row.id === id);
  if (index < 0) return null;
  const there = new Set(now.map(row => row.id));
  const candidates = [...before.slice(index + 1), ...before.slice(0, index).reverse()];
  const heir = candidates.find(row => row.kind === 'item' && there.has(row.id));
  return heir?.id ?? now[0]?.id ?? null;
}
