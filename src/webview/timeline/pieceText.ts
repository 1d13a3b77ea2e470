import type { PieceView } from '../../core/messages/today.ts';
import { UNASSIGNED } from '../../core/stats/measures.ts';
import { ACTIVITY_NAMES, AWAY_NAMES } from '../../core/text/activityName.ts';
import { countOf } from '../../core/text/count.ts';
import { isolate } from '../../core/text/isolate.ts';
import type { DrawnPiece } from './drawnPieces.ts';

/** "coding" or "meeting, away". */
export function whatOf(piece: PieceView): string {
  return piece.kind === 'active' ? ACTIVITY_NAMES[piece.activity] : `${AWAY_NAMES[piece.as]}, away`;
}

/** Safe to stand in a sentence or an attribute; named time has no project. */
export function projectOf(piece: PieceView): string {
  if (piece.kind === 'named') return '';
  return piece.project === null ? UNASSIGNED : isolate(piece.project);
}

/** "coding, andon" */
export function pieceText(piece: PieceView): string {
  return [whatOf(piece), projectOf(piece)].filter(Boolean).join(', ');
}

/** As `pieceText`, or "12 pieces, mostly coding" where several are drawn as one. */
export function drawnText({ pieces, most }: DrawnPiece): string {
  if (pieces.length === 1) return pieceText(most);
  return `${countOf(pieces.length, 'piece')}, mostly ${whatOf(most)}`;
}
