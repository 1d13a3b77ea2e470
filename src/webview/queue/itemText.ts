import type { ItemGroup, ItemView } from '../../core/messages/queue.ts';
import type { Term } from '../../core/messages/numbers.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { isolate } from '../../core/text/isolate.ts';

export const GROUP_NAMES: Readonly<Record<ItemGroup, string>> = {
  doing: 'Doing',
  next: 'Next',
  inbox: 'Inbox',
  waiting: 'Waiting',
  snoozed: 'Snoozed',
  closed: 'Done and dropped',
};

const MINUTE_MS = 60_000;
/** How many of a score's terms stand beside an item. */
const MOST_TERMS = 3;
/** What weighs less is no reason to look at it. */
const LEAST_WEIGHT = 1;

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
  const used = usedMs >= MINUTE_MS ? formatDuration(usedMs) : '';
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

/** The terms that weigh most, "due +9.4"; none where none is a reason to do it now. */
export function biggestTerms({ group, terms }: ItemView): string[] {
  if (!isToChoose(group)) return [];
  const weighty = terms
    .map(term => ({ ...term, weight: weightOf(term) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TERMS);
  return (weighty[0]?.weight ?? 0) > LEAST_WEIGHT
    ? weighty.map(({ label, value }) => `${label} ${value}`)
    : [];
}

/** Whether what speaks for an item matters: it is neither in work nor out of sight. */
function isToChoose(group: ItemGroup): boolean {
  return group === 'next' || group === 'inbox' || group === 'waiting';
}

function weightOf({ value }: Term): number {
  return Math.abs(Number(value.replace('−', '-'))) || 0;
}

/** Whether there is anything to say below the title. */
export function hasFacts(item: ItemView): boolean {
  return (
    item.dueText !== '' ||
    item.snoozedText !== '' ||
    item.labels.length > 0 ||
    item.blockedBy.length > 0 ||
    item.group === 'doing' ||
    item.budgetMinutes !== null ||
    item.usedMs >= MINUTE_MS ||
    (isToChoose(item.group) && item.terms.some(term => weightOf(term) > LEAST_WEIGHT))
  );
}

/** An item as a screen reader says it. */
export function spokenItem(item: ItemView, isRunning: boolean): string {
  const { key, title, state, dueText, snoozedText, labels, blockedBy, usedMs, group, range } = item;
  const said = [
    `${key} ${isolate(title)}`,
    isRunning && 'its clock runs',
    group === 'closed' && state,
    group === 'doing' && usedMs > 0 && `${formatDuration(usedMs)} used`,
    budgetText(item),
    group === 'doing' && item.budgetMinutes !== null && !range && 'not enough data',
    dueText,
    snoozedText,
    blockedBy.length > 0 && `waits for ${blockedBy.map(isolate).join(', ')}`,
    labels.length > 0 && `labels ${labels.map(isolate).join(', ')}`,
    group !== 'closed' && `score ${scoreText(item.score)}`,
  ];
  return said.filter(part => part !== false && part !== '').join(', ');
}
