import { assertNever } from '../assertNever.ts';
import type { Item, Items } from './item.ts';

/** What can be edited as it stands; the rest of an item follows from what is done with it. */
export type EditableFields = Pick<
  Item,
  'title' | 'labels' | 'priority' | 'project' | 'budgetMinutes' | 'due' | 'scheduled' | 'blockedBy'
>;

/** New values of some fields of one item; what it does not name stays as another window may have left it. */
interface Writing<Kind extends string, Fields> {
  readonly kind: Kind;
  readonly id: string;
  readonly fields: Readonly<Fields>;
}

/**
 * Everything that can happen to the queue. A change says what will be written, not how to come to it (that is in `actions`), and
 * so its inverse is a change of the same form: undoing is applying it, and the inverse of that does it again.
 */
export type Change =
  | { readonly kind: 'add'; readonly item: Item }
  /** Undoes an `add`, and forgets; who gives something up moves it to `dropped`. */
  | { readonly kind: 'remove'; readonly id: string }
  | Writing<'edit', Partial<EditableFields>>
  /** To another state; done and dropped are states too. */
  | Writing<'move', Pick<Item, 'state' | 'startedAt' | 'closedAt' | 'snoozedUntil'>>
  | Writing<'snooze', Pick<Item, 'snoozedUntil'>>
  | Writing<'reorder', Pick<Item, 'order'>>
  /** Several, one after the other, undone as one. */
  | { readonly kind: 'all'; readonly changes: readonly Change[] };

export interface Applied {
  readonly items: Items;
  /** Takes back exactly what was done; null where nothing was. */
  readonly inverse: Change | null;
}

/**
 * The items after a change, and what takes it back. An item that is there already is not added again, and what happens to one
 * that is gone (another window removed it) does nothing.
 */
export function apply(items: Items, change: Change): Applied {
  switch (change.kind) {
    case 'add':
      return add(items, change.item);
    case 'remove':
      return remove(items, change.id);
    case 'edit':
    case 'move':
    case 'snooze':
    case 'reorder':
      return write(items, change);
    case 'all':
      return applyAll(items, change.changes);
    default:
      return assertNever(change);
  }
}

function add(items: Items, item: Item): Applied {
  if (items.has(item.id)) return { items, inverse: null };
  return { items: new Map(items).set(item.id, item), inverse: { kind: 'remove', id: item.id } };
}

function remove(items: Items, id: string): Applied {
  const item = items.get(id);
  if (!item) return { items, inverse: null };
  const left = new Map(items);
  left.delete(id);
  return { items: left, inverse: { kind: 'add', item } };
}

function write(items: Items, change: Extract<Change, { fields: unknown }>): Applied {
  const item = items.get(change.id);
  if (!item) return { items, inverse: null };
  const names = Object.keys(change.fields) as (keyof Item)[];
  const old = Object.fromEntries(names.map(name => [name, item[name]]));
  return {
    items: new Map(items).set(item.id, { ...item, ...change.fields }),
    inverse: { ...change, fields: old } as unknown as Change,
  };
}

function applyAll(items: Items, changes: readonly Change[]): Applied {
  const inverses: Change[] = [];
  let now = items;
  for (const change of changes) {
    const applied = apply(now, change);
    now = applied.items;
    if (applied.inverse) inverses.unshift(applied.inverse);
  }
  return { items: now, inverse: inverses.length > 0 ? { kind: 'all', changes: inverses } : null };
}
