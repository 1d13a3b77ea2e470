import { isOpenState, type Item } from './item.ts';
import { understand } from './quickAddWord.ts';

type Sayable = Pick<Item, 'title' | 'labels' | 'priority' | 'budgetMinutes' | 'due' | 'state'>;

/**
 * An item as a line of quick add, to be changed by hand: read again, it says the same. Of the states it names those that a line
 * can name, without `@inbox`, which goes without saying.
 */
export function quickAddLine({ title, labels, priority, budgetMinutes, due, state }: Sayable): string {
  const words = title.split(' ').map(escaped);
  words.push(...labels.map(label => `#${label}`));
  if (budgetMinutes !== null) words.push(`~${budgetWord(budgetMinutes)}`);
  if (priority !== null) words.push(`!${priority}`);
  if (due !== null) words.push(`due:${due}`);
  if (state !== 'inbox' && isOpenState(state)) words.push(`@${state}`);
  return words.join(' ');
}

/** A word of a title that would be read as something else, behind a backslash. What the day is does not matter to that. */
function escaped(word: string): string {
  const { meaning, problem } = understand(word, '2000-01-01');
  return meaning === null && problem === null && !/^\\+(?:[#~!@]|due:)/i.test(word) ? word : `\\${word}`;
}

/** "45m", "2h", "1h30" */
function budgetWord(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${String(rest).padStart(2, '0')}`;
}
