import type { Term } from '../../core/messages/numbers.ts';
import type { ItemGroup, ItemView } from '../../core/messages/queue.ts';
import { cleanTitle } from '../../core/queue/title.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { isolate } from '../../core/text/isolate.ts';
import { budgetText, scoreText } from './itemText.ts';

/** One of the things that stand in the line below a title. */
export type Fact =
  | { readonly kind: 'text' | 'terms'; readonly text: string }
  /** The user's own words. */
  | { readonly kind: 'label' | 'blockers'; readonly text: string }
  /** Used time, with a picture of it beside what is planned. */
  | { readonly kind: 'used'; readonly text: string };

/** How many of a score's terms stand beside an item. */
const MOST_TERMS = 3;
/** What weighs less is no reason to do it now. */
const LEAST_WEIGHT = 1;

/** What matters of an item now, what matters most first; empty: its title says it all. */
export function factsOf(item: ItemView): Fact[] {
  const { group, labels, dueText, snoozedText, blockedBy, budgetMinutes, range } = item;
  const isInWork = group === 'doing' && budgetMinutes !== null;
  const facts: Fact[] = [
    { kind: 'text', text: snoozedText },
    { kind: 'used', text: isInWork ? formatDuration(item.usedMs) : '' },
    { kind: 'text', text: budgetText(item) },
    { kind: 'text', text: isInWork && !range ? 'not enough data' : '' },
    { kind: 'text', text: dueText },
    { kind: 'blockers', text: blockedBy.map(cleanTitle).join(', ') },
    ...labels.map(text => ({ kind: 'label', text }) as const),
    { kind: 'terms', text: biggestTerms(item).join(' · ') },
  ];
  return facts.filter(({ text }) => text !== '');
}

/** Whether there are any, told faster: it is asked of thousands. */
export function hasFacts(item: ItemView): boolean {
  return (
    item.dueText !== '' ||
    item.snoozedText !== '' ||
    item.labels.length > 0 ||
    item.blockedBy.length > 0 ||
    item.budgetMinutes !== null ||
    item.usedMs > 0 ||
    (isToChoose(item.group) && item.terms.some(term => weightOf(term) > LEAST_WEIGHT))
  );
}

/**
 * An item as a screen reader says it: what is seen of it, in that order, so that it can be called by what is seen; words that are
 * not seen in brackets.
 */
export function spokenItem(item: ItemView, isRunning: boolean): string {
  const { key, title, group, state, score } = item;
  const place = isRunning ? ' (its clock runs)' : group === 'closed' ? ` (${state})` : '';
  const said = [
    `${key} ${isolate(cleanTitle(title))}${place}`,
    ...(group === 'closed' ? [] : [`(score) ${scoreText(score)}`]),
    ...factsOf(item).map(spokenFact),
  ];
  return said.join(', ');
}

function spokenFact({ kind, text }: Fact): string {
  switch (kind) {
    case 'used':
      return `${text} (used)`;
    case 'label':
      return `(label) ${isolate(text)}`;
    case 'blockers':
      return `waits for ${isolate(text)}`;
    case 'text':
    case 'terms':
      return text;
  }
}

/** The terms that weigh most, "due +9.4"; none where none is a reason to do it now. */
function biggestTerms({ group, terms }: ItemView): string[] {
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
