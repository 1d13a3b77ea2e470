/** What a key does in the list of the record. */
export type ListCommand = { readonly kind: 'move'; readonly to: Movement } | { readonly kind: Action };
type Movement = 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp';
type Action = 'open' | 'close' | 'flip' | 'all' | 'none' | 'delete' | 'undo' | 'redo' | 'menu' | 'switch';

interface Keys {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const MOVEMENTS: Readonly<Record<string, Movement>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
};
const PLAIN: Readonly<Record<string, Action>> = {
  ArrowRight: 'open',
  ArrowLeft: 'close',
  Enter: 'switch',
  ' ': 'flip',
  Delete: 'delete',
  Escape: 'none',
  ContextMenu: 'menu',
};
const WITH_CONTROL: Readonly<Record<string, Action>> = { a: 'all', z: 'undo', y: 'redo', ' ': 'flip' };

/** null: the key is none of the list's. Shift and Ctrl with a movement say how it selects. */
export function listKey({ key, altKey, ctrlKey, metaKey, shiftKey }: Keys): ListCommand | null {
  if (altKey) return null;
  const to = MOVEMENTS[key];
  if (to) return { kind: 'move', to };
  const isControl = ctrlKey || metaKey;
  if (isControl && shiftKey) return key.toLowerCase() === 'z' ? { kind: 'redo' } : null;
  // The keyboard of a Mac has no Delete.
  if (metaKey && key === 'Backspace') return { kind: 'delete' };
  if (shiftKey && key === 'F10') return { kind: 'menu' };
  const kind = isControl ? WITH_CONTROL[key.toLowerCase()] : shiftKey ? undefined : PLAIN[key];
  return kind ? { kind } : null;
}

/** The line to which a movement leads from line `from` (-1: none is current), in a list of which `page` lines are in sight. */
export function lineAfter(to: Movement, from: number, last: number, page: number): number {
  switch (to) {
    case 'next':
      return Math.min(from + 1, last);
    case 'previous':
      return Math.max(from - 1, 0);
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'pageDown':
      return Math.min(from + Math.max(1, page - 1), last);
    case 'pageUp':
      return Math.max(from - Math.max(1, page - 1), 0);
  }
}
