import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ItemView } from '../../core/messages/queue.ts';

/** What is being dragged, and where the pointer is, in pixels from the beginning of the list's content. */
export interface Drag {
  readonly item: ItemView;
  readonly y: number;
}

/** So far a press may wander and still be a click. */
const SLACK = 4;
/** So near its edge the list scrolls on, by so much a frame. */
const EDGE = 22;
const SCROLL_STEP = 6;

/**
 * Dragging by the pointer. Not by the browser's own drag and drop: that ends where the row that it began on is no longer drawn,
 * and it would carry text out into editors.
 */
export function useDrag(list: RefObject<HTMLElement | null>, drop: (drag: Drag) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const press = useRef<{ item: ItemView; x: number; y: number } | null>(null);
  const pointerY = useRef(0);

  const end = () => {
    press.current = null;
    setDrag(null);
  };
  const follow = (item: ItemView) => {
    const { current } = list;
    if (current)
      setDrag({ item, y: pointerY.current - current.getBoundingClientRect().top + current.scrollTop });
  };

  const item = drag?.item;
  useEffect(() => {
    if (!item) return undefined;
    const scrollOn = () => {
      const by = list.current ? scrollStep(list.current.getBoundingClientRect(), pointerY.current) : 0;
      if (by !== 0 && list.current) {
        list.current.scrollTop += by;
        follow(item);
      }
      frame = requestAnimationFrame(scrollOn);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    let frame = requestAnimationFrame(scrollOn);
    window.addEventListener('keydown', giveUp, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', giveUp, { capture: true });
    };
  }, [item]);

  return {
    drag,
    /** A press on an item that can be dragged. */
    begin: (event: PointerEvent, pressed: ItemView) => {
      // A finger scrolls.
      if (event.button !== 0 || event.pointerType === 'touch') return;
      press.current = { item: pressed, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      // Let go where the list did not hear of it.
      if ((event.buttons & 1) === 0) press.current = null;
      const { current } = press;
      if (!current) return;
      pointerY.current = event.clientY;
      if (!drag && Math.hypot(event.clientX - current.x, event.clientY - current.y) < SLACK) return;
      list.current?.setPointerCapture(event.pointerId);
      follow(current.item);
    },
    onPointerUp: () => {
      if (drag) drop(drag);
      end();
    },
    onPointerCancel: end,
  };
}

function scrollStep({ top, bottom }: DOMRect, y: number): number {
  if (y < top + EDGE) return -SCROLL_STEP;
  return y > bottom - EDGE ? SCROLL_STEP : 0;
}
