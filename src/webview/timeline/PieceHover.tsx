import type { PieceView } from '../../core/messages/today.ts';
import type { ClockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { pieceText } from './pieceText.ts';
import type { TimeScale } from './timelineLayout.ts';

interface PieceHoverProps {
  readonly piece: PieceView;
  readonly x: TimeScale;
  readonly width: number;
  readonly clock: ClockText;
}

/** What a piece is, below it, as VS Code's own hovers look. Readers of the screen have it as the piece's name. */
export function PieceHover({ piece, x, width, clock }: PieceHoverProps) {
  const from = x(piece.start);
  // It grows towards the side with more room, so that it never needs to be measured.
  const style = from < width / 2 ? { left: `${from}px` } : { right: `${width - x(piece.end)}px` };
  return (
    <div class="hover" style={style} aria-hidden="true">
      <span>{pieceText(piece)}</span>{' '}
      <span class="dim">
        {clock.range(piece)}, {formatDuration(piece.end - piece.start)}
      </span>
    </div>
  );
}
