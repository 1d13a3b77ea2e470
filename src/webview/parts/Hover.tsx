import type { ComponentChildren } from 'preact';

interface HoverProps {
  /** What it belongs to, in a picture of `width` pixels. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly top: number;
  readonly children: ComponentChildren;
}

/** What a shape of a picture is, as VS Code's own hovers look. Readers of the screen have it as the shape's name. */
export function Hover({ from, to, width, top, children }: HoverProps) {
  // It grows towards the side with more room, so that it never needs to be measured.
  const side = from < width / 2 ? { left: `${from}px` } : { right: `${width - to}px` };
  return (
    <div class="hover" style={{ top: `${top}px`, ...side }} aria-hidden="true">
      {children}
    </div>
  );
}
