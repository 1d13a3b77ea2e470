import {
  addItem,
  editItem,
  moveItem,
  placeItem,
  snoozeItem,
  type Draft,
  type Place,
} from '../core/queue/actions.ts';
import type { Change, EditableFields } from '../core/queue/change.ts';
import { isOpen, type Item, type Items, type ItemState } from '../core/queue/item.ts';
import { batchItems } from '../core/queue/smallOnes.ts';
import type { QueueKeeper } from './queueKeeper.ts';

/** What one can do with the queue, in one go each. All reject with a `StoreError`, and answer null where nothing was done. */

/** Adds an item at the end. */
export async function add(queue: QueueKeeper, draft: Draft, project: string | null): Promise<Item | null> {
  const done = await queue.act((items, { at, newKey }) => {
    const key = newKey();
    return addItem(items, draft, { id: key, key, project, at });
  });
  return done?.kind === 'add' ? done.item : null;
}

export function edit(
  queue: QueueKeeper,
  id: string,
  fields: Partial<EditableFields>,
): Promise<Change | null> {
  return queue.act(onItem(id, item => editItem(item, fields)));
}

/** Everything that a line of quick add says, in place of what it said before; a closed item stays closed. */
export function rewrite(queue: QueueKeeper, id: string, draft: Draft): Promise<Change | null> {
  const { state, title, labels, priority, budgetMinutes, due } = draft;
  const fields = { title, labels, priority, budgetMinutes, due };
  return queue.act(
    onItem(id, (item, _items, at) =>
      together(editItem(item, fields), isOpen(item) ? moveItem(item, state, at) : null),
    ),
  );
}

/** Moves an item to doing, and starts its clock. */
export async function start(queue: QueueKeeper, id: string): Promise<Change | null> {
  const done = await queue.act(onItem(id, (item, _items, at) => moveItem(item, 'doing', at)));
  queue.startClock(id);
  return done;
}

/** To another state; the clock of an item that leaves doing stops. */
export function move(queue: QueueKeeper, id: string, state: ItemState): Promise<Change | null> {
  return queue.act(onItem(id, (item, _items, at) => moveItem(item, state, at)));
}

export function snooze(queue: QueueKeeper, id: string, until: number | null): Promise<Change | null> {
  return queue.act(onItem(id, item => snoozeItem(item, until)));
}

/** Straight before or after another item, in its group. */
export function place(queue: QueueKeeper, id: string, at: Place): Promise<Change | null> {
  const anchorId = 'before' in at ? at.before : at.after;
  return queue.act(
    onItem(id, (item, items, now) => {
      const anchor = items.get(anchorId);
      if (!anchor) return null;
      const moved = isOpen(anchor) && isOpen(item) ? moveItem(item, anchor.state, now) : null;
      return together(moved, placeItem(items, id, at));
    }),
  );
}

/** Lets small items stand together. */
export function batch(queue: QueueKeeper, ids: readonly string[], label: string): Promise<Change | null> {
  return queue.act((items, { at }) => batchItems(items, ids, at), label);
}

/** An item that another window has removed meanwhile is left alone. */
function onItem(id: string, decide: (item: Item, items: Items, at: number) => Change | null) {
  return (items: Items, { at }: { readonly at: number }) => {
    const item = items.get(id);
    return item ? decide(item, items, at) : null;
  };
}

function together(...changes: readonly (Change | null)[]): Change | null {
  const all = changes.filter(change => change !== null);
  return all.length > 1 ? { kind: 'all', changes: all } : (all[0] ?? null);
}
