import type { PieceView } from '../../core/messages/today.ts';

/** A longer table would be nobody's to read. */
const MOST = 100;

/** The pieces that the table lists: all, or of very many the longest, in order of time, and what is left out. */
export function tableRows(pieces: readonly PieceView[]): {
  readonly listed: readonly PieceView[];
  readonly left: { readonly count: number; readonly ms: number } | null;
} {
  if (pieces.length <= MOST) return { listed: pieces, left: null };
  const longest = [...pieces].sort((a, b) => lengthOf(b) - lengthOf(a));
  const isListed = new Set(longest.slice(0, MOST));
  const left = longest.slice(MOST);
  return {
    listed: pieces.filter(piece => isListed.has(piece)),
    left: { count: left.length, ms: left.reduce((sum, piece) => sum + lengthOf(piece), 0) },
  };
}

function lengthOf({ start, end }: PieceView): number {
  return end - start;
}
