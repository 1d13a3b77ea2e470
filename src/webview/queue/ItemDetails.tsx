import type { Explanation } from '../../core/messages/numbers.ts';
import type { ItemView } from '../../core/messages/queue.ts';
import { ExplanationView } from '../numbers/ExplanationView.tsx';
import { minutesText, rangeText, scoreText } from './itemText.ts';

/** How an item's score and range were computed, below it. */
export function ItemDetails({ item }: { item: ItemView }) {
  const { budgetMinutes, range } = item;
  return (
    <div class="explanation">
      <ExplanationView explanation={explanationOf(item)} />
      {budgetMinutes !== null && <p>{rangeSentence(budgetMinutes, range)}</p>}
    </div>
  );
}

function explanationOf({ terms, score }: ItemView): Explanation {
  if (terms.length === 0) return { definition: 'Nothing speaks for doing it now.', terms: [], setting: null };
  return {
    definition: 'What speaks for doing it now, added up.',
    terms: [...terms, { label: 'Together', value: scoreText(score) }],
    setting: null,
  };
}

function rangeSentence(budgetMinutes: number, range: ItemView['range']): string {
  const budget = minutesText(budgetMinutes);
  if (!range) return `What usually comes of ${budget} planned is not known yet: not enough data.`;
  return `${budget} planned usually come to ${rangeText(range)}: half of the time at most the first, 17 times of 20 at most the second; ${range.basis}.`;
}
