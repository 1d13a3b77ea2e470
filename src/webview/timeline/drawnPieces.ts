import type { Interval } from '../../core/activity/interval.ts';
import type { PieceView } from '../../core/messages/today.ts';
import { TIMELINE, type TimeScale } from './timelineLayout.ts';

/** What is drawn in one stroke: a piece, or neighbours that are too short to be drawn apart. */
export interface DrawnPiece extends Interval {
  /** In order of time; at least one. */
  readonly pieces: readonly PieceView[];
  /** One of them, that stands for the kind that most of their time is of. */
  readonly most: PieceView;
}

/** At most about two strokes a pixel, however broken the day is. Takes the pieces in order of time. */
export function drawnPieces(pieces: readonly PieceView[], x: TimeScale): DrawnPiece[] {
  const isTiny = ({ start, end }: Interval) => x(end) - x(start) < TIMELINE.leastPiece;
  const drawn: PieceView[][] = [];
  let open: { group: PieceView[]; start: number; end: number } | null = null;
  for (const piece of pieces) {
    if (open && isTiny(open) && isTiny(piece) && isTiny({ start: open.end, end: piece.start })) {
      open.group.push(piece);
      open.end = piece.end;
    } else {
      open = { group: [piece], start: piece.start, end: piece.end };
      drawn.push(open.group);
    }
  }
  return drawn.map(together);
}

function together(pieces: readonly PieceView[]): DrawnPiece {
  const first = pieces[0] as PieceView;
  const sums = new Map<string, { readonly piece: PieceView; ms: number }>();
  let most = { piece: first, ms: 0 };
  for (const piece of pieces) {
    const kind = piece.kind === 'active' ? piece.activity : piece.as;
    const sum = sums.get(`${piece.kind} ${kind}`) ?? { piece, ms: 0 };
    sum.ms += piece.end - piece.start;
    sums.set(`${piece.kind} ${kind}`, sum);
    if (sum.ms > most.ms) most = sum;
  }
  return { start: first.start, end: pieces.at(-1)?.end ?? first.end, pieces, most: most.piece };
}
