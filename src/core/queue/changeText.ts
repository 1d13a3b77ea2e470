import { countOf } from '../text/count.ts';
import { isolate } from '../text/isolate.ts';
import type { Change } from './change.ts';
import { isOpenState, type Item, type Items, type ItemState } from './item.ts';

/** How much of a title is repeated in a line about it, in UTF-16 code units. */
const QUOTED = 40;

/** “Fix login”; safe to stand in a sentence. */
export function quoteTitle(title: string): string {
  const short = title.length > QUOTED ? `${title.slice(0, QUOTED).toWellFormed().trimEnd()}…` : title;
  return `“${isolate(short)}”`;
}

/** What a change is called that is done to `items`: "Add “Fix login”", "Finish “Fix login”", "Move 3 items". */
export function changeText(change: Change, items: Items): string {
  const leaves = leavesOf(change);
  // Making room in the order is not what one did.
  const leaf = leaves.find(each => each.kind !== 'reorder') ?? leaves[0];
  const ids = new Set(leaves.map(idOf));
  if (!leaf) return '';
  const title = leaf.kind === 'add' ? leaf.item.title : (items.get(idOf(leaf))?.title ?? idOf(leaf));
  const isMany = ids.size > 1 && leaf.kind !== 'reorder';
  return `${verbOf(leaf, items)} ${isMany ? countOf(ids.size, 'item') : quoteTitle(title)}`;
}

type Leaf = Exclude<Change, { kind: 'all' }>;

function leavesOf(change: Change): Leaf[] {
  return change.kind === 'all' ? change.changes.flatMap(leavesOf) : [change];
}

function idOf(leaf: Leaf): string {
  return leaf.kind === 'add' ? leaf.item.id : leaf.id;
}

function verbOf(leaf: Leaf, items: Items): string {
  switch (leaf.kind) {
    case 'add':
      return 'Add';
    case 'remove':
      return 'Remove';
    case 'edit':
      return 'Edit';
    case 'snooze':
      return leaf.fields.snoozedUntil === null ? 'Bring back' : 'Snooze';
    case 'reorder':
      return 'Move';
    case 'move':
      return verbOfMove(items.get(leaf.id), leaf.fields.state);
  }
}

const MOVES: { readonly [S in ItemState]: string } = {
  inbox: 'Move to the inbox:',
  next: 'Move to next:',
  doing: 'Start',
  waiting: 'Let wait:',
  done: 'Finish',
  dropped: 'Drop',
};

function verbOfMove(item: Item | undefined, state: ItemState): string {
  const isReopened = item !== undefined && !isOpenState(item.state) && isOpenState(state);
  return isReopened && state !== 'doing' ? 'Reopen' : MOVES[state];
}
