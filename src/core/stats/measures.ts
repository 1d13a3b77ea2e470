import type { Interval } from '../activity/interval.ts';
import type { Day, DayPiece } from './day.ts';

/** Shown where time has no project. */
export const UNASSIGNED = 'unassigned';

/** The blocks of at least `deepBlockMs`. */
export function deepBlocks<B extends Interval>(blocks: readonly B[], deepBlockMs: number): B[] {
  return blocks.filter(block => block.end - block.start >= deepBlockMs);
}

/** The length of the deep blocks together, in milliseconds. */
export function deepMs(blocks: readonly Interval[], deepBlockMs: number): number {
  return deepBlocks(blocks, deepBlockMs).reduce((sum, block) => sum + block.end - block.start, 0);
}

/** The longest first, at most `count`; of equal ones the earlier first. */
export function longestBlocks<B extends Interval>(blocks: readonly B[], count: number): B[] {
  return [...blocks].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, count);
}

/**
 * 1 − (active time in the three longest blocks ÷ active time), 0 to 1; null without active time.
 * Source: design, section 3, "Fragmentation".
 */
export function fragmentation(day: Pick<Day, 'blocks' | 'activeMs'>): number | null {
  if (day.activeMs === 0) return null;
  return 1 - longestBlocks(day.blocks, 3).reduce((sum, block) => sum + block.activeMs, 0) / day.activeMs;
}

/** Active milliseconds by the key that `keyOf` gives a piece; pieces with a null key are left out. */
export function activeBy(
  pieces: readonly DayPiece[],
  keyOf: (piece: DayPiece) => string | null | undefined,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const piece of pieces) {
    const key = piece.span && keyOf(piece);
    if (key != null) sums.set(key, (sums.get(key) ?? 0) + piece.end - piece.start);
  }
  return sums;
}

export const activityOf = (piece: DayPiece) => piece.span?.activity;
export const projectOf = (piece: DayPiece) => piece.span?.project ?? UNASSIGNED;
export const languageOf = (piece: DayPiece) => piece.span?.doc?.language;
export const itemOf = (piece: DayPiece) => piece.item;
