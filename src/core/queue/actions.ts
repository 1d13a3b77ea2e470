import { holdsUp } from './blocking.ts';
import type { Change, EditableFields } from './change.ts';
import { inOrder, isOpen, isOpenState, type Item, type Items, type ItemState } from './item.ts';
import { orderBetween } from './order.ts';
import { cleanTitle } from './title.ts';

/** What a person says of a new item. */
export type Draft = Pick<Item, 'title' | 'labels' | 'priority' | 'budgetMinutes' | 'due' | 'state'>;

/** What is known of a new item without a word of its own. */
export interface Origin extends Pick<Item, 'id' | 'key' | 'project'> {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A new item at the end of the list; null without a title. */
export function addItem(items: Items, draft: Draft, { id, key, project, at }: Origin): Change | null {
  const title = cleanTitle(draft.title);
  if (title === '') return null;
  const item: Item = {
    id,
    key,
    title,
    state: draft.state,
    labels: draft.labels,
    priority: draft.priority,
    project,
    budgetMinutes: draft.budgetMinutes,
    due: draft.due,
    scheduled: null,
    snoozedUntil: null,
    createdAt: at,
    startedAt: draft.state === 'doing' ? at : null,
    closedAt: isOpenState(draft.state) ? null : at,
    order: orderBetween(inOrder(items).at(-1)?.order ?? null, null),
    blockedBy: [],
  };
  return { kind: 'add', item };
}

/** Takes the fields that differ; null where none does. An empty title leaves the old one. */
export function editItem(item: Item, fields: Partial<EditableFields>): Change | null {
  const cleaned =
    fields.title === undefined ? fields : { ...fields, title: cleanTitle(fields.title) || item.title };
  const changed = Object.entries(cleaned).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(item[name as keyof Item]),
  );
  if (changed.length === 0) return null;
  return { kind: 'edit', id: item.id, fields: Object.fromEntries(changed) };
}

/**
 * To another state at `at` (epoch milliseconds); null where it stands there already. It keeps the time of its first start, and
 * who moves an item has seen it, so it is no longer snoozed.
 */
export function moveItem(item: Item, state: ItemState, at: number): Change | null {
  if (item.state === state) return null;
  const startedAt = item.startedAt ?? (state === 'doing' ? at : null);
  const closedAt = isOpenState(state) ? null : at;
  return { kind: 'move', id: item.id, fields: { state, startedAt, closedAt, snoozedUntil: null } };
}

/** Out of sight until `until` (epoch milliseconds), or back in it (null). null where nothing changes, or it is closed. */
export function snoozeItem(item: Item, until: number | null): Change | null {
  if (item.snoozedUntil === until || !isOpen(item)) return null;
  return { kind: 'snooze', id: item.id, fields: { snoozedUntil: until } };
}

/** Straight before or after another item, whatever else is shown between them. */
export type Place = { readonly before: string } | { readonly after: string };

/**
 * To another place; null where it is there already, or either item is gone. Writes one order, unless two windows at once gave
 * the same order to the items between which it comes to stand: then those are set apart.
 */
export function placeItem(items: Items, id: string, place: Place): Change | null {
  const list = inOrder(items);
  const others = list.filter(item => item.id !== id);
  const anchor = 'before' in place ? place.before : place.after;
  const found = others.findIndex(item => item.id === anchor);
  const index = 'before' in place ? found : found + 1;
  if (found < 0 || others.length === list.length || list[index]?.id === id) return null;

  const left = others[index - 1]?.order ?? null;
  const isHigher = (item: Item) => left === null || item.order > left;
  const higher = others.slice(index).findIndex(isHigher);
  const end = higher < 0 ? others.length : index + higher;
  const right = others[end]?.order ?? null;

  const changes: Change[] = [];
  let order = left;
  for (const each of [id, ...others.slice(index, end).map(item => item.id)]) {
    order = orderBetween(order, right);
    changes.push({ kind: 'reorder', id: each, fields: { order } });
  }
  return changes.length === 1 ? (changes[0] ?? null) : { kind: 'all', changes };
}

/** Lets `item` wait for another; null where it does already, or where the other waits for it, straight or through others. */
export function blockItem(items: Items, item: Item, blocker: string): Change | null {
  if (item.blockedBy.includes(blocker) || !items.has(blocker) || holdsUp(items, item.id, blocker))
    return null;
  return { kind: 'edit', id: item.id, fields: { blockedBy: [...item.blockedBy, blocker] } };
}
