import { cleanTitle } from '../../core/queue/title.ts';
import type { Command } from './commandOf.ts';
import { hasFacts } from './factsOf.ts';
import { ItemActions } from './ItemActions.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemMark } from './ItemMark.tsx';
import { scoreText } from './itemText.ts';
import type { ItemRow } from './rows.ts';

interface ItemRowViewProps {
  readonly row: ItemRow;
  readonly isRunning: boolean;
  readonly isCurrent: boolean;
  readonly onCommand: (command: Command) => void;
}

/** An item: its title, its score, and what matters of it. (The blanks keep words apart for who reads the text alone.) */
export function ItemRowView({ row: { item, isOpen }, isRunning, isCurrent, onCommand }: ItemRowViewProps) {
  const isClosed = item.group === 'closed';
  const title = cleanTitle(item.title);
  return (
    <>
      <div class="item-line">
        <ItemMark item={item} isRunning={isRunning} />
        <span class="item-key">{item.key}</span>{' '}
        <bdi class="item-title" title={title}>
          {title}
        </bdi>{' '}
        <ItemActions isRunning={isRunning} isClosed={isClosed} isCurrent={isCurrent} onCommand={onCommand} />
        {!isClosed && (
          <button
            type="button"
            class="item-score"
            title="How this was computed"
            aria-label={`Score ${scoreText(item.score)}`}
            aria-expanded={isOpen}
            tabindex={isCurrent ? 0 : -1}
            onClick={() => {
              onCommand(isOpen ? 'close' : 'open');
            }}
          >
            {scoreText(item.score)}
          </button>
        )}
      </div>{' '}
      {hasFacts(item) && <ItemFacts item={item} />}
    </>
  );
}
