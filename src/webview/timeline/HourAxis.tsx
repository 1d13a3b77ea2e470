import type { HourTick } from './hourTicks.ts';
import { TIMELINE, type TimeScale } from './timelineLayout.ts';

/** Room that half a label needs at either end. */
const MARGIN = 8;

export function HourAxis({ ticks, x, width }: { ticks: readonly HourTick[]; x: TimeScale; width: number }) {
  return (
    <g aria-hidden="true">
      {ticks.map(({ at, hour }) => (
        <g key={at}>
          <line
            class="tick"
            x1={Math.round(x(at)) + 0.5}
            x2={Math.round(x(at)) + 0.5}
            y1={TIMELINE.top + TIMELINE.bar}
            y2={TIMELINE.top + TIMELINE.bar + 3}
          />
          <text class="tick-label" x={x(at)} y={TIMELINE.axis} text-anchor={anchor(x(at), width)}>
            {hour}
          </text>
        </g>
      ))}
    </g>
  );
}

function anchor(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < MARGIN) return 'start';
  return x > width - MARGIN ? 'end' : 'middle';
}
