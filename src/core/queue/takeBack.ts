import type { Change } from './change.ts';
import type { Item, Items } from './item.ts';

/** What was left of each item that a change touched: the fields that it wrote; null: the item was gone. */
type Left = ReadonlyMap<string, Partial<Item> | null>;

/** Something that was done to the queue: what takes it back, what it left behind, and what it is called ("Drop “Fix login”"). */
export interface Step {
  readonly inverse: Change;
  readonly left: Left;
  readonly label: string;
}

/** `after`: the items as they were when it was done. */
export function stepOf(inverse: Change, after: Items, label: string): Step {
  const left = new Map<string, Partial<Item> | null>();
  note(inverse, after, left);
  return { inverse, left, label };
}

/**
 * What of a step's inverse may still be done: a field that another window has written since is that window's, and an item that was
 * touched since it was added is not removed. null where nothing is left of it.
 */
export function takeBack(items: Items, { inverse, left }: Step): Change | null {
  const isAsLeft = [...left].every(([id, fields]) => isUntouched(items.get(id), fields));
  return isAsLeft ? inverse : ownPart(inverse, items, left);
}

function note(inverse: Change, after: Items, left: Map<string, Partial<Item> | null>): void {
  if (inverse.kind === 'all') {
    for (const each of inverse.changes) note(each, after, left);
    return;
  }
  const id = inverse.kind === 'add' ? inverse.item.id : inverse.id;
  const item = after.get(id);
  if (!item) left.set(id, null);
  else if (!('fields' in inverse)) left.set(id, item);
  else left.set(id, { ...left.get(id), ...pick(item, Object.keys(inverse.fields) as (keyof Item)[]) });
}

function pick(item: Item, names: readonly (keyof Item)[]): Partial<Item> {
  return Object.fromEntries(names.map(name => [name, item[name]]));
}

function ownPart(inverse: Change, items: Items, left: Left): Change | null {
  switch (inverse.kind) {
    case 'all': {
      const changes = inverse.changes.flatMap(each => ownPart(each, items, left) ?? []);
      return changes.length === 0 ? null : { kind: 'all', changes };
    }
    case 'add':
      return items.has(inverse.item.id) ? null : inverse;
    case 'remove':
      return isUntouched(items.get(inverse.id), left.get(inverse.id) ?? null) ? inverse : null;
    default:
      return ownFields(inverse, items.get(inverse.id), left.get(inverse.id) ?? null);
  }
}

function ownFields(
  inverse: Extract<Change, { fields: unknown }>,
  item: Item | undefined,
  left: Partial<Item> | null,
): Change | null {
  if (!item || !left) return null;
  const own = Object.entries(inverse.fields).filter(([name]) => isSame(item, left, name as keyof Item));
  if (own.length === 0) return null;
  return { ...inverse, fields: Object.fromEntries(own) } as unknown as Change;
}

function isUntouched(item: Item | undefined, left: Partial<Item> | null): boolean {
  if (!item || !left) return !item && !left;
  return (Object.keys(left) as (keyof Item)[]).every(name => isSame(item, left, name));
}

function isSame(item: Item, left: Partial<Item>, name: keyof Item): boolean {
  return JSON.stringify(item[name]) === JSON.stringify(left[name]);
}
