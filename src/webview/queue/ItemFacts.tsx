import { Fragment } from 'preact';
import type { ItemView } from '../../core/messages/queue.ts';
import { BudgetBar } from './BudgetBar.tsx';
import { factsOf, type Fact } from './factsOf.ts';

/** The line below a title: what matters of an item now. */
export function ItemFacts({ item }: { item: ItemView }) {
  return (
    <div class="item-facts">
      {factsOf(item).map((fact, index) => (
        <Fragment key={index}>
          <FactView fact={fact} item={item} />{' '}
        </Fragment>
      ))}
    </div>
  );
}

function FactView({ fact: { kind, text }, item }: { fact: Fact; item: ItemView }) {
  switch (kind) {
    case 'label':
      return <bdi class="badge">{text}</bdi>;
    case 'blockers':
      return (
        <span class="item-blocked">
          waits for <bdi>{text}</bdi>
        </span>
      );
    case 'terms':
      return <span class="item-terms">{text}</span>;
    case 'used':
      return (
        <>
          <span class="item-fact">{text}</span>
          <BudgetBar {...item} />
        </>
      );
    case 'text':
      return <span class="item-fact">{text}</span>;
  }
}
