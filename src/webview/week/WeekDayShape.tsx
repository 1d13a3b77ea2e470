import type { WeekDayView } from '../../core/messages/week.ts';
import { BAND_MARGIN, type WeekLayout } from './weekLayout.ts';

export interface WeekDayShapeProps {
  readonly day: WeekDayView;
  readonly layout: WeekLayout;
  /** The day's column in the picture. */
  readonly from: number;
  readonly room: number;
  /** Where a length of time ends. */
  readonly y: (ms: number) => number;
}

/** Deep time from the ground up, other active time above it, one's usual behind. */
export function WeekDayShape({ day, layout, from, room, y }: WeekDayShapeProps) {
  const { base, widestBar } = layout;
  const width = Math.round(Math.min(widestBar, room * 0.5));
  const x = Math.round(from + (room - width) / 2);
  const margin = Math.min(BAND_MARGIN, Math.floor((room - width) / 2) - 1);
  return (
    <>
      <rect class="day-column" x={from + 0.5} y="0.5" width={room - 1} height={layout.height - 1} />
      {day.usual && day.usual.highMs > 0 && (
        <rect
          class="look-usual"
          x={x - margin}
          width={width + 2 * margin}
          {...between(y(day.usual.highMs), y(day.usual.lowMs))}
        />
      )}
      {day.activeMs > 0 && (
        <rect class="look-other" x={x} width={width} {...between(y(day.activeMs), base)} />
      )}
      {day.deepMs > 0 && <rect class="look-deep" x={x} width={width} {...between(y(day.deepMs), base)} />}
      {day.isToday && (
        <line class="now" x1={x - margin} x2={x + width + margin} y1={base + 2} y2={base + 2} />
      )}
    </>
  );
}

/** From `top` to `bottom`, but never too low to be seen. */
function between(top: number, bottom: number): { readonly y: number; readonly height: number } {
  const height = Math.max(1, bottom - top);
  return { y: bottom - height, height };
}
