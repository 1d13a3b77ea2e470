import { quoteTitle } from '../../core/queue/changeText.ts';
import type { Item } from '../../core/queue/item.ts';
import { overrunMs, shownMs, usedText } from '../../core/queue/usedTime.ts';
import { formatDuration } from '../../core/text/duration.ts';

/** An item whose clock runs, in one line, with the time used (milliseconds) against its budget. */
export function activeText(item: Item, usedMs: number): string {
  const used = shownMs(usedMs, true);
  const over = overrunMs(used, item) >= 60_000 ? `, ${formatDuration(overrunMs(used, item))} over` : '';
  return `${item.key} ${quoteTitle(item.title)}: ${usedText(used, item.budgetMinutes)}${over}`;
}
