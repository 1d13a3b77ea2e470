import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { closeOnEscape } from './closeOnEscape.ts';
import { usePage } from '../pageContext.ts';
import { useDomId } from './useDomId.ts';

export interface DisclosureParts {
  readonly isOpen: boolean;
  /** For the button that opens and closes. */
  readonly button: {
    readonly type: 'button';
    readonly ref: RefObject<HTMLButtonElement | null>;
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly onClick: () => void;
  };
  /** For the element that comes and goes. */
  readonly content: { readonly id: string };
  /** For an element around both. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What a button and the content that it opens need; `id` is stable over snapshots, so that what is open stays open. */
export function useDisclosure(id: string): DisclosureParts {
  const { toggled, toggle } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const domId = useDomId();
  const isOpen = toggled.has(id);
  const flip = () => {
    toggle(id);
  };
  return {
    isOpen,
    button: {
      type: 'button',
      ref: button,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? domId : undefined,
      onClick: flip,
    },
    content: { id: domId },
    onKeyDown: closeOnEscape(isOpen, button, flip),
  };
}
