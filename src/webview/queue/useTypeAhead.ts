import { useRef } from 'preact/hooks';

/** What is typed after a longer rest begins anew. */
const REST_MS = 800;

/**
 * Collects what is typed into the list. Gives the whole text so far, or null where the key is not typed text: one with a meaning
 * of its own (blank, full stop) is, but not as the first.
 */
export function useTypeAhead(): (event: KeyboardEvent) => string | null {
  const typed = useRef({ text: '', at: 0 });
  return ({ key, ctrlKey, metaKey, altKey, timeStamp }) => {
    // Keys that type nothing have names of several letters.
    if (!/^.$/u.test(key) || ctrlKey || metaKey || altKey) return null;
    const { text, at } = typed.current;
    const before = timeStamp - at < REST_MS ? text : '';
    if (before === '' && (key === ' ' || key === '.')) return null;
    typed.current = { text: before + key, at: timeStamp };
    return before + key;
  };
}
