import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface MeasuredProps {
  /** Told at once, and whenever it changes; whole pixels. */
  readonly onHeight: (height: number) => void;
  readonly children: ComponentChildren;
}

/** What is as high as its text makes it; the list must know how high that is. */
export function Measured({ onHeight, children }: MeasuredProps) {
  const part = useRef<HTMLDivElement>(null);
  const tell = useRef(onHeight);
  tell.current = onHeight;
  useLayoutEffect(() => {
    const { current } = part;
    if (!current) return undefined;
    const measure = () => {
      tell.current(Math.ceil(current.getBoundingClientRect().height));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <div class="measured" ref={part}>
      {children}
    </div>
  );
}
