import { TIMELINE } from './timelineLayout.ts';

export function NowLine({ x, label }: { x: number; label: string }) {
  return (
    <line
      class="now"
      role="img"
      aria-label={label}
      x1={Math.max(1, x)}
      x2={Math.max(1, x)}
      y1={TIMELINE.top - 4}
      y2={TIMELINE.top + TIMELINE.bar + 4}
    />
  );
}
