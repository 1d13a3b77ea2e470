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
  const draft = new Map(items);
  const inverse = write(draft, change);
  return inverse ? { items: draft, inverse } : { items, inverse: null };
}

/** Writes into `items`, and answers what takes it back; null where nothing was written. */
function write(items: Map<string, Item>, change: Change): Change | null {
  switch (change.kind) {
    case 'add':
      return add(items, change.item);
    case 'remove':
      return remove(items, change.id);
    case 'edit':
    case 'move':
    case 'snooze':
    case 'reorder':
      return writeFields(items, change);
    case 'all':
      return writeAll(items, change.changes);
    default:
      return assertNever(change);
  }
}

function add(items: Map<string, Item>, item: Item): Change | null {
  if (items.has(item.id)) return null;
  items.set(item.id, item);
  return { kind: 'remove', id: item.id };
}

function remove(items: Map<string, Item>, id: string): Change | null {
  const item = items.get(id);
  if (!item) return null;
  items.delete(id);
  return { kind: 'add', item };
}

function writeFields(items: Map<string, Item>, change: Extract<Change, { fields: unknown }>): Change | null {
  const item = items.get(change.id);
  if (!item) return null;
  const names = Object.keys(change.fields) as (keyof Item)[];
  const old = Object.fromEntries(names.map(name => [name, item[name]]));
  items.set(item.id, { ...item, ...change.fields });
  return { ...change, fields: old } as unknown as Change;
}

function writeAll(items: Map<string, Item>, changes: readonly Change[]): Change | null {
  const inverses: Change[] = [];
  for (const change of changes) {
    const inverse = write(items, change);
    if (inverse) inverses.push(inverse);
  }
  return inverses.length > 0 ? { kind: 'all', changes: inverses.reverse() } : null;
}
