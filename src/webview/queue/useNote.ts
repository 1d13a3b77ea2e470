import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ItemView, QueueRequest, QueueView } from '../../core/messages/queue.ts';
import { budgetText } from './itemText.ts';

/** What is said below the list for a while, each with one thing to do. */
export type Note =
  /** An item was closed from here; `undo`: what the queue calls that. */
  | {
      readonly kind: 'closed';
      readonly state: 'done' | 'dropped';
      readonly title: string;
      /** What it took, "1 h 12 of 1 h"; empty where nothing was measured, or it does not matter. */
      readonly time: string;
      readonly undo: string;
    }
  /** Somebody wants to put an item to a place that the order by score does not leave it. */
  | { readonly kind: 'sorted' };

/** Long enough to read it and to decide; after it undo has still its key. */
const SHOWN_MS = 15_000;

type Closing = Extract<QueueRequest, { type: 'moveItem' }> & { readonly state: 'done' | 'dropped' };

/** The note of now; `watch` is told every request, `show` shows one (null: none). */
export function useNote(queue: QueueView) {
  const [note, setNote] = useState<Note | null>(null);
  const asked = useRef<Closing | null>(null);
  useLayoutEffect(() => {
    const closing = asked.current;
    const item = queue.items.find(({ id }) => id === closing?.id);
    if (!closing || item?.state !== closing.state) return;
    asked.current = null;
    setNote(closedNote(item, closing.state, queue.undo));
  }, [queue]);
  useEffect(() => {
    if (!note) return undefined;
    const timer = setTimeout(() => {
      setNote(null);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [note]);
  return {
    note: note && isTrue(note, queue) ? note : null,
    show: setNote,
    watch: (request: QueueRequest) => {
      if (isClosing(request)) asked.current = request;
    },
  };
}

function closedNote(item: ItemView, state: 'done' | 'dropped', undo: string | null): Note | null {
  if (undo === null) return null;
  const time = state === 'done' && item.usedMs > 0 ? budgetText(item) : '';
  return { kind: 'closed', state, title: item.title, time, undo };
}

/** Something else may have happened since. */
function isTrue(note: Note, queue: QueueView): boolean {
  return note.kind === 'closed' ? queue.undo === note.undo : queue.sorting === 'score';
}

function isClosing(request: QueueRequest): request is Closing {
  return request.type === 'moveItem' && (request.state === 'done' || request.state === 'dropped');
}
