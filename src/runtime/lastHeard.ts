import type { DayPiece } from '../core/stats/day.ts';
import { DOOM } from '../store/touched.ts';
import type { Store } from '../store/store.ts';

/**
 * When a person was last heard of today, in any window; epoch milliseconds, -Infinity: not yet. A lone signal has no length, so it
 * is none of the day's pieces. Throws a `StoreError`.
 */
export function lastHeard(store: Store, pieces: readonly Pick<DayPiece, 'end' | 'span'>[]): number {
  const activeUntil = pieces.findLast(({ span }) => span !== null)?.end ?? -Infinity;
  if (activeUntil === -Infinity) return activeUntil;
  return Math.max(activeUntil, store.lastSpanEnd(activeUntil, DOOM) ?? -Infinity);
}
