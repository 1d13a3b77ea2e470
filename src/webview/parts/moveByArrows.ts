/** A key handler for a list of numbers: arrow keys, Home and End move from number to number, as in VS Code's lists. */
export const moveByArrows = moveAmong('.number', 'list');

/** A key handler for what holds several elements that can have the focus: arrow keys, Home and End move from one to the other. */
export function moveAmong(
  selector: string,
  layout: Layout,
): (event: KeyboardEvent & { readonly currentTarget: Element }) => void {
  return event => {
    const elements = [...event.currentTarget.querySelectorAll<HTMLElement | SVGElement>(selector)];
    const from = elements.findIndex(element => element === event.target);
    if (from < 0) return;
    const to = destinationOf(event.key, from, elements.length - 1, layout);
    if (to === null) return;
    event.preventDefault();
    elements[to]?.focus();
  };
}

/** The arrow keys that lead on and back. */
const ARROWS = {
  list: { on: 'ArrowDown', back: 'ArrowUp' },
  row: { on: 'ArrowRight', back: 'ArrowLeft' },
} as const;
type Layout = keyof typeof ARROWS;

/** Where a key leads among places 0 to `last`; null: it moves nothing. */
export function destinationOf(key: string, from: number, last: number, layout: Layout): number | null {
  switch (key) {
    case ARROWS[layout].on:
      return Math.min(from + 1, last);
    case ARROWS[layout].back:
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
