import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A panel that is opened long after the user asked takes the focus from nothing. */
const SOON_MS = 10_000;

/** Once the user asks for it by a command, the keyboard is there: at what was chosen, or at the first choice. */
export function useFocusWhenWanted(wantedAt: number | null, at: number): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (wantedAt === null || at - wantedAt > SOON_MS) return;
    body.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus();
  }, [wantedAt]);
  return body;
}
