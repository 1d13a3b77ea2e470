import type { ComponentChildren } from 'preact';

/** A button that looks like a link: it does something, but leads nowhere. */
export function Link({ onClick, children }: { onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {children}
    </button>
  );
}
