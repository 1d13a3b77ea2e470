import type { Change } from './change.ts';
import type { Item, Items } from './item.ts';

/** Something that was done to the queue, what takes it back, and what it is called: "Drop “Fix login”". */
export interface Step {
  readonly done: Change;
  readonly inverse: Change;
  readonly label: string;
}

/** Fields by item, as a change left them. */
type Left = Map<string, Partial<Item>>;

/**
 * What of a step's inverse may still be done: a field that another window has written since is that window's, and an item that was
 * touched since it was added is not removed. null where nothing is left of it.
 */
export function takeBack(items: Items, { done, inverse }: Step): Change | null {
  const left: Left = new Map();
  note(done, left);
  return ownPart(inverse, items, left);
}

function note(change: Change, left: Left): void {
  switch (change.kind) {
    case 'all':
      for (const each of change.changes) note(each, left);
      return;
    case 'add':
      left.set(change.item.id, change.item);
      return;
    case 'remove':
      left.delete(change.id);
      return;
    default:
      left.set(change.id, { ...left.get(change.id), ...change.fields });
  }
}

function ownPart(inverse: Change, items: Items, left: Left): Change | null {
  switch (inverse.kind) {
    case 'all': {
      const changes = inverse.changes.flatMap(each => ownPart(each, items, left) ?? []);
      return changes.length === 0 ? null : { kind: 'all', changes };
    }
    case 'add':
      return items.has(inverse.item.id) ? null : inverse;
    case 'remove': {
      const item = items.get(inverse.id);
      return item && isAsLeft(item, left.get(inverse.id)) ? inverse : null;
    }
    default:
      return ownFields(inverse, items.get(inverse.id), left.get(inverse.id));
  }
}

function ownFields(
  inverse: Extract<Change, { fields: unknown }>,
  item: Item | undefined,
  left: Partial<Item> | undefined,
): Change | null {
  if (!item) return null;
  const own = Object.entries(inverse.fields).filter(([name]) => isSame(item, left, name as keyof Item));
  if (own.length === 0) return null;
  return { ...inverse, fields: Object.fromEntries(own) } as unknown as Change;
}

function isAsLeft(item: Item, left: Partial<Item> | undefined): boolean {
  return (Object.keys(item) as (keyof Item)[]).every(name => isSame(item, left, name));
}

function isSame(item: Item, left: Partial<Item> | undefined, name: keyof Item): boolean {
  return JSON.stringify(item[name]) === JSON.stringify(left?.[name]);
}
