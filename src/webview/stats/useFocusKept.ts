import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When `shown` changes and what had the focus is gone with it, the heading has it: whoever opened a day by its bar goes on from
 * the top of that day.
 */
export function useFocusKept(main: RefObject<HTMLElement | null>, shown: string | undefined): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const come = () => {
      hadFocus.current = true;
    };
    const go = ({ relatedTarget }: FocusEvent) => {
      // An element that is taken away loses the focus to nothing.
      if (relatedTarget !== null) hadFocus.current = false;
    };
    document.addEventListener('focusin', come);
    document.addEventListener('focusout', go);
    return () => {
      document.removeEventListener('focusin', come);
      document.removeEventListener('focusout', go);
    };
  }, []);
  useLayoutEffect(() => {
    if (!hadFocus.current || main.current?.contains(document.activeElement)) return;
    main.current?.querySelector('h1')?.focus();
  }, [main, shown]);
}
