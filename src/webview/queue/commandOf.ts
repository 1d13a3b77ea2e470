import type { Movement } from './destination.ts';
import type { ItemCommand } from './itemRequest.ts';

/** What a key does in the list. The keys are those of VS Code's own lists. */
export type Command = Movement | ItemCommand | 'open' | 'close' | 'edit' | 'undo' | 'redo' | 'leave';

/** A key and what is held with it, as a `KeyboardEvent` says it. */
interface Keys {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

type Table = Readonly<Record<string, Command>>;

const PLAIN: Table = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  ArrowRight: 'open',
  ArrowLeft: 'close',
  Enter: 'main',
  ' ': 'done',
  F2: 'edit',
  Delete: 'drop',
  '.': 'snooze',
  ContextMenu: 'menu',
  Escape: 'leave',
};
const WITH_ALT: Table = { ArrowUp: 'moveUp', ArrowDown: 'moveDown' };
// Where "." needs Shift it is "." all the same.
const WITH_SHIFT: Table = { F10: 'menu', '.': 'snooze' };
const WITH_CONTROL: Table = { z: 'undo', y: 'redo' };
// The keyboard of a Mac has no Delete.
const WITH_COMMAND: Table = { z: 'undo', backspace: 'drop' };
const WITH_CONTROL_SHIFT: Table = { z: 'redo' };

/** null: the key is none of the list's. */
export function commandOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Keys): Command | null {
  if (ctrlKey || metaKey) {
    if (altKey) return null;
    const table = shiftKey ? WITH_CONTROL_SHIFT : metaKey ? WITH_COMMAND : WITH_CONTROL;
    return commandIn(table, key.toLowerCase());
  }
  if (altKey && shiftKey) return null;
  const table = altKey ? WITH_ALT : shiftKey ? WITH_SHIFT : PLAIN;
  return commandIn(table, key);
}

function commandIn(table: Table, key: string): Command | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
