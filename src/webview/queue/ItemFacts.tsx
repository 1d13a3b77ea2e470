import type { ItemView } from '../../core/messages/queue.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { BudgetBar } from './BudgetBar.tsx';
import { biggestTerms, budgetText } from './itemText.ts';

/** The line below a title: what matters of an item now. Its name says the same, so readers of the screen need not. */
export function ItemFacts({ item }: { item: ItemView }) {
  const { group, labels, dueText, snoozedText, blockedBy } = item;
  return (
    <div class="item-facts">
      <Fact text={snoozedText} />
      {group === 'doing' ? <Work item={item} /> : <Fact text={budgetText(item)} />}
      <Fact text={dueText} />
      {blockedBy.length > 0 && (
        <span class="item-blocked">
          waits for <bdi>{blockedBy.join(', ')}</bdi>
        </span>
      )}
      {labels.map(label => (
        <bdi key={label} class="badge">
          {label}
        </bdi>
      ))}
      <span class="item-terms">{biggestTerms(item).join(' · ')}</span>
    </div>
  );
}

function Fact({ text }: { text: string }) {
  return text === '' ? null : <span class="item-fact">{text}</span>;
}

function Work({ item }: { item: ItemView }) {
  const { usedMs, budgetMinutes, range } = item;
  if (budgetMinutes === null) return <Fact text={budgetText(item)} />;
  return (
    <>
      <span class="item-fact">{formatDuration(usedMs)}</span>
      <BudgetBar {...item} />
      <Fact text={budgetText(item)} />
      {!range && <span class="item-fact">not enough data</span>}
    </>
  );
}
