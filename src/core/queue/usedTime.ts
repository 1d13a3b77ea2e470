import { formatDuration } from '../text/duration.ts';
import type { Item } from './item.ts';

const MINUTE_MS = 60_000;
/** In the first minute of an item's clock. */
const STEP_MS = 10_000;

/**
 * An item's used time as it is shown, in milliseconds: of the one whose clock runs whole minutes (in the first one steps of 10 s),
 * so that what is shown changes once a minute and not with every key.
 */
export function shownMs(usedMs: number, isRunning: boolean): number {
  if (!isRunning) return usedMs;
  const step = usedMs < MINUTE_MS ? STEP_MS : MINUTE_MS;
  return Math.floor(usedMs / step) * step;
}

/** "40 min of 2 h 00"; "40 min" without a budget. */
export function usedText(usedMs: number, budgetMinutes: number | null): string {
  const used = formatDuration(usedMs);
  return budgetMinutes === null ? used : `${used} of ${formatDuration(budgetMinutes * MINUTE_MS)}`;
}

/** How much more than planned was used, in milliseconds; 0 within the budget, and without one. */
export function overrunMs(usedMs: number, { budgetMinutes }: Pick<Item, 'budgetMinutes'>): number {
  return budgetMinutes === null ? 0 : Math.max(0, usedMs - budgetMinutes * MINUTE_MS);
}
