import { formatDuration } from '../text/duration.ts';
import { isolate } from '../text/isolate.ts';
import type { QuickAdd } from './quickAdd.ts';
import { sayDay } from './sayDue.ts';

/** What a line of quick add was understood as: "Fix login · #bug · 2 h · high · due Fri · waiting". `today` is an ISO date. */
export function previewText(
  { title, labels, budgetMinutes, priority, due, state }: QuickAdd,
  today: string,
): string {
  const parts = [
    isolate(title),
    ...labels.map(label => `#${label}`),
    budgetMinutes !== null && formatDuration(budgetMinutes * 60_000),
    priority !== null && `${priority} priority`,
    due !== null && `due ${sayDay(due, today)} (${due})`,
    state !== 'inbox' && state,
  ];
  return parts.filter(part => part !== false).join(' · ');
}
