import type { ItemGroup, ItemView } from '../../core/messages/queue.ts';
import { formatDuration } from '../../core/text/duration.ts';

/** In the order of the screen. */
export const GROUP_NAMES: Readonly<Record<ItemGroup, string>> = {
  doing: 'Doing',
  next: 'Next',
  inbox: 'Inbox',
  waiting: 'Waiting',
  snoozed: 'Snoozed',
  closed: 'Done and dropped',
};

const MINUTE_MS = 60_000;

/** A planned time: "30 min", "2 h", "1 h 30". */
export function minutesText(minutes: number): string {
  return minutes % 60 === 0 && minutes > 0 ? `${minutes / 60} h` : formatDuration(minutes * MINUTE_MS);
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** "Fri 27 Nov" of an ISO date. */
export function dayText(date: string): string {
  return DAY.format(Date.parse(date)).replace(',', '');
}

/** "14.2" */
export function scoreText(score: number): string {
  return score.toFixed(1).replace('-', '−');
}

/** What is planned, or what became of it, in words; empty where there is nothing to say. */
export function budgetText(item: ItemView): string {
  const { group, budgetMinutes, usedMs, isOverBudget, range } = item;
  const used = usedMs > 0 ? formatDuration(usedMs) : '';
  if (budgetMinutes === null) return used === '' ? '' : `${used} used`;
  const budget = minutesText(budgetMinutes);
  if (isOverBudget && group !== 'closed')
    return `${formatDuration(usedMs - budgetMinutes * MINUTE_MS)} over its ${budget}`;
  if (group === 'doing') return range ? rangeText(range) : `of ${budget}`;
  return used === '' ? `~${budget}` : `${used} of ${budget}`;
}

/** "1 h 20 – 2 h 10" */
export function rangeText({ lowMinutes, highMinutes }: NonNullable<ItemView['range']>): string {
  return `${minutesText(lowMinutes)} – ${minutesText(highMinutes)}`;
}
