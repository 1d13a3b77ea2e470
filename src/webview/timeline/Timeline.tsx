import { scaleLinear } from 'd3-scale';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { TodayView } from '../../core/messages/today.ts';
import { clockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { DeepBrackets } from './DeepBrackets.tsx';
import { drawnPieces } from './drawnPieces.ts';
import { HourAxis } from './HourAxis.tsx';
import { hourTicks } from './hourTicks.ts';
import { NowLine } from './NowLine.tsx';
import { Patterns } from './Patterns.tsx';
import { PieceHover } from './PieceHover.tsx';
import { SessionLines } from './SessionLines.tsx';
import { TIMELINE } from './timelineLayout.ts';
import { TimelinePieces } from './TimelinePieces.tsx';
import { useNow } from '../parts/useNow.ts';
import { useWidth } from '../parts/useWidth.ts';
import { visibleRange } from './visibleRange.ts';

/** The day as a picture. What it shows also stands in `TimelineTable`. */
export function Timeline({ today, at }: { today: TodayView; at: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const now = useNow(at);
  const [pointed, setPointed] = useState<number | null>(null);
  const clock = useMemo(() => clockText(today.zone), [today.zone]);
  const range = visibleRange(today, now);
  const x = scaleLinear([range.start, range.end], [0, width]).clamp(true);
  const pieces = drawnPieces(today.pieces, x);
  const piece = pointed === null ? undefined : pieces[pointed];
  const ticks = hourTicks(range, clock, Math.max(2, width / TIMELINE.tickWidth));
  const active = today.byActivity.reduce((sum, share) => sum + share.ms, 0);
  return (
    <div
      ref={frame}
      class="picture"
      onKeyDown={event => {
        if (event.key === 'Escape') setPointed(null);
      }}
      // Not on a shape of the picture: Chromium lets the focus onto any that listens to it.
      onFocusOut={() => {
        setPointed(null);
      }}
    >
      {width > 0 && (
        <svg
          width={width}
          height={TIMELINE.height}
          role="group"
          aria-label={`Timeline, ${clock.range(range)}, ${formatDuration(active)} active`}
        >
          <Patterns />
          <rect class="track" x="0.5" y={TIMELINE.top + 0.5} width={width - 1} height={TIMELINE.bar - 1} />
          <HourAxis ticks={ticks} x={x} width={width} />
          <SessionLines sessions={today.sessions} x={x} clock={clock} />
          <DeepBrackets blocks={today.blocks} x={x} clock={clock} />
          <TimelinePieces pieces={pieces} x={x} clock={clock} onPoint={setPointed} />
          {now >= range.start && now < today.end && <NowLine x={x(now)} label={`Now, ${clock.time(now)}`} />}
        </svg>
      )}
      {piece && <PieceHover piece={piece} x={x} width={width} clock={clock} />}
    </div>
  );
}
