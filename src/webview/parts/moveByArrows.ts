/** A key handler for a list of numbers: arrow keys, Home and End move from number to number, as in VS Code's lists. */
export function moveByArrows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const numbers = [...event.currentTarget.querySelectorAll<HTMLElement>('.number')];
  const from = numbers.findIndex(number => number === event.target);
  if (from < 0) return;
  const to = destinationOf(event.key, from, numbers.length - 1, 'list');
  if (to === null) return;
  event.preventDefault();
  numbers[to]?.focus();
}

/** The arrow keys that lead on and back. */
const ARROWS = {
  list: { on: 'ArrowDown', back: 'ArrowUp' },
  row: { on: 'ArrowRight', back: 'ArrowLeft' },
} as const;

/** Where a key leads among places 0 to `last`; null: it moves nothing. */
export function destinationOf(
  key: string,
  from: number,
  last: number,
  layout: keyof typeof ARROWS,
): number | null {
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
