import type { ClockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { Hover } from '../parts/Hover.tsx';
import type { DrawnPiece } from './drawnPieces.ts';
import { drawnText } from './pieceText.ts';
import { TIMELINE, type TimeScale } from './timelineLayout.ts';

interface PieceHoverProps {
  readonly piece: DrawnPiece;
  readonly x: TimeScale;
  readonly width: number;
  readonly clock: ClockText;
}

/** What a piece is, below it. */
export function PieceHover({ piece, x, width, clock }: PieceHoverProps) {
  return (
    <Hover from={x(piece.start)} to={x(piece.end)} width={width} top={TIMELINE.hover}>
      <span>{drawnText(piece)}</span>{' '}
      <span class="dim">
        {clock.range(piece)}, {formatDuration(piece.end - piece.start)}
      </span>
    </Hover>
  );
}
