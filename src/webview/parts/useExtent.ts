import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The inner width or height of an element in whole pixels, kept up to date; 0 until it is laid out, which is before it is painted. */
export function useExtent(
  element: RefObject<HTMLElement | null>,
  extent: 'clientWidth' | 'clientHeight',
): number {
  const [size, setSize] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      setSize(Math.floor(current[extent]));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [element, extent]);
  return size;
}
