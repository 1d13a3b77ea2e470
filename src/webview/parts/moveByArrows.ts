/** A key handler for a list of numbers: arrow keys, Home and End move from number to number, as in VS Code's lists. */
export function moveByArrows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const numbers = [...event.currentTarget.querySelectorAll<HTMLElement>('.number')];
  const from = numbers.findIndex(number => number === event.target);
  if (from < 0) return;
  const to = destination(event.key, from, numbers.length - 1);
  if (to === null) return;
  event.preventDefault();
  numbers[to]?.focus();
}

function destination(key: string, from: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
