import { useState } from 'preact/hooks';

let made = 0;

/**
 * An id that no other element of the page has. (Preact's `useId` counts anew with each drawing of the whole page, so that what comes
 * with a later snapshot would get the id of what stands there already.)
 */
export function useDomId(): string {
  const [id] = useState(() => `id-${made++}`);
  return id;
}
