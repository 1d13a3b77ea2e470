import type { Interval } from '../activity/interval.ts';
import type { AwayKind } from '../activity/signal.ts';
import type { DayPiece } from '../stats/day.ts';

/** Time of a day in which nobody worked: named, or idle (null). */
export interface RestPiece extends Interval {
  readonly as: AwayKind | null;
}

/** From the end of one active stretch to the start of the next, with what was named in it; epoch milliseconds. */
export interface Pause extends Interval {
  /** In order of time; together they are the whole pause. */
  readonly pieces: readonly RestPiece[];
}

type Piece = Pick<DayPiece, 'start' | 'end' | 'as'>;

/**
 * The pauses of a day, in order. `backAt`: when a person was last heard of, since a first click on return has no length and so is no
 * piece; -Infinity where there is none.
 */
export function pausesOf(pieces: readonly Piece[], backAt = -Infinity): Pause[] {
  const pauses: Pause[] = [];
  let activeUntil = Infinity;
  let named: RestPiece[] = [];
  const endAt = (end: number) => {
    if (activeUntil < end) pauses.push(pauseOf({ start: activeUntil, end }, named));
    named = [];
  };
  for (const { start, end, as } of pieces) {
    if (as !== null) {
      named.push({ start, end, as });
      continue;
    }
    endAt(start);
    activeUntil = end;
  }
  endAt(backAt);
  return pauses;
}

function pauseOf({ start, end }: Interval, named: readonly RestPiece[]): Pause {
  const pieces: RestPiece[] = [];
  let cursor = start;
  for (const piece of named) {
    // Time can be named beyond the sign of a person that ends the pause.
    if (piece.start >= end) break;
    if (piece.start > cursor) pieces.push({ start: cursor, end: piece.start, as: null });
    pieces.push({ ...piece, end: Math.min(piece.end, end) });
    cursor = Math.min(piece.end, end);
  }
  if (cursor < end) pieces.push({ start: cursor, end, as: null });
  return { start, end, pieces };
}

/** What is left of a pause once most of it was named is not worth a line of its own. */
const LEAST_LISTED_MS = 60_000;

/**
 * What can be named, or named anew, of a day: idle time within pauses longer than the idle rule, and every named time. In order of
 * time.
 */
export function timesToName(pieces: readonly Piece[], idleAfterMs: number, backAt = -Infinity): RestPiece[] {
  const idle = pausesOf(pieces, backAt)
    .filter(pause => isLonger(pause, idleAfterMs))
    .flatMap(pause => pause.pieces.filter(piece => piece.as === null && isLonger(piece, LEAST_LISTED_MS)));
  const named = pieces.filter(piece => piece.as !== null).map(({ start, end, as }) => ({ start, end, as }));
  return [...idle, ...named].sort((a, b) => a.start - b.start);
}

export function isLonger({ start, end }: Interval, ms: number): boolean {
  return end - start > ms;
}
