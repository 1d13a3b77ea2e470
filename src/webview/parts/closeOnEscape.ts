import type { RefObject } from 'preact';

/** A key handler: Escape closes what is open and gives the focus back to the button that opened it. */
export function closeOnEscape(
  isOpen: boolean,
  button: RefObject<HTMLElement | null>,
  close: () => void,
): (event: KeyboardEvent) => void {
  return event => {
    if (!isOpen || event.key !== 'Escape') return;
    event.stopPropagation();
    button.current?.focus();
    close();
  };
}
