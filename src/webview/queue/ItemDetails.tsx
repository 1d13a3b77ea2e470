import type { Explanation } from '../../core/messages/numbers.ts';
import type { ItemView } from '../../core/messages/queue.ts';
import { ExplanationView } from '../numbers/ExplanationView.tsx';
import { minutesText, rangeText, scoreText } from './itemText.ts';

/** How an item's score and range were computed, below it. */
export function ItemDetails({ item }: { item: ItemView }) {
  const { budgetMinutes, range } = item;
  return (
    <div class="explanation" role="group" aria-label="How this was computed">
      <ExplanationView explanation={explanationOf(item)} />
      {budgetMinutes !== null && (
        <p>
          {range
            ? `Things planned for ${minutesText(budgetMinutes)} take ${rangeText(range)}: half of them at most the first, 17 of 20 at most the second. From ${range.basis}.`
            : `What ${minutesText(budgetMinutes)} planned usually come to is not told yet: not enough data.`}
        </p>
      )}
    </div>
  );
}

function explanationOf({ terms, score }: ItemView): Explanation {
  return {
    definition: 'What speaks for doing it now, added up.',
    terms: terms.length === 0 ? [] : [...terms, { label: 'Together', value: scoreText(score) }],
    setting: null,
  };
}
