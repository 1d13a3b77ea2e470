import { useState } from 'preact/hooks';
import type { PieceView } from '../../core/messages/today.ts';
import { AWAY_NAMES } from '../../core/text/activityName.ts';
import type { ClockText } from '../../core/text/clock.ts';
import { moveAmong } from '../parts/moveByArrows.ts';
import { fitText } from './fitText.ts';
import type { DrawnPiece } from './drawnPieces.ts';
import { drawnText } from './pieceText.ts';
import { TIMELINE, type TimeScale } from './timelineLayout.ts';

interface TimelinePiecesProps {
  readonly pieces: readonly DrawnPiece[];
  readonly x: TimeScale;
  readonly clock: ClockText;
  /** Says which piece is pointed at or has the focus. */
  readonly onPoint: (index: number | null) => void;
}

/** The pieces of the day. One of them is in the tab order; arrow keys lead to the others. */
export function TimelinePieces({ pieces, x, clock, onPoint }: TimelinePiecesProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const current = Math.min(chosen ?? 0, pieces.length - 1);
  return (
    <g
      role="list"
      onKeyDown={movePieces}
      onPointerLeave={() => {
        onPoint(null);
      }}
    >
      {pieces.map((piece, index) => {
        const from = x(piece.start);
        const width = Math.max(TIMELINE.leastPiece, x(piece.end) - from);
        return (
          <g
            key={piece.start}
            role="listitem"
            class="piece"
            tabindex={index === current ? 0 : -1}
            aria-label={`${clock.range(piece)}, ${drawnText(piece)}`}
            onPointerEnter={() => {
              onPoint(index);
            }}
            onFocus={() => {
              setChosen(index);
              onPoint(index);
            }}
          >
            <PieceShape piece={piece.most} from={from} width={width} />
          </g>
        );
      })}
    </g>
  );
}

function PieceShape({ piece, from, width }: { piece: PieceView; from: number; width: number }) {
  if (piece.kind === 'active') {
    return (
      <rect class={`look-${piece.activity}`} x={from} y={TIMELINE.top} width={width} height={TIMELINE.bar} />
    );
  }
  const name = fitText(AWAY_NAMES[piece.as], width - 6);
  return (
    <>
      <rect
        class="look-named"
        x={from + 0.5}
        y={TIMELINE.top + 0.5}
        width={Math.max(0, width - 1)}
        height={TIMELINE.bar - 1}
      />
      {name !== '' && (
        <text class="piece-name" x={from + width / 2} y={TIMELINE.top + 13} text-anchor="middle">
          {name}
        </text>
      )}
    </>
  );
}

const movePieces = moveAmong('.piece', 'row');
