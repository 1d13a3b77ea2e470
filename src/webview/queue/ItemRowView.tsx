import type { ItemView } from '../../core/messages/queue.ts';
import type { Command } from './commandOf.ts';
import { ItemActions } from './ItemActions.tsx';
import { ItemDetails } from './ItemDetails.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemMark } from './ItemMark.tsx';
import { hasFacts, scoreText } from './itemText.ts';
import { Measured } from './Measured.tsx';

interface ItemRowViewProps {
  readonly item: ItemView;
  readonly isRunning: boolean;
  readonly isCurrent: boolean;
  /** Whether it shows how its score was computed. */
  readonly isOpened: boolean;
  readonly onCommand: (command: Command) => void;
  /** Of what it shows when it is opened. */
  readonly onHeight: (height: number) => void;
}

export function ItemRowView({ item, isRunning, isCurrent, isOpened, onCommand, onHeight }: ItemRowViewProps) {
  const isClosed = item.group === 'closed';
  return (
    <>
      <div class="item-line">
        <ItemMark item={item} isRunning={isRunning} />
        <span class="item-key">{item.key}</span>
        <bdi class="item-title" title={item.title}>
          {item.title}
        </bdi>
        <ItemActions isRunning={isRunning} isClosed={isClosed} isCurrent={isCurrent} onCommand={onCommand} />
        {!isClosed && (
          <button
            type="button"
            class="item-score"
            title="How this was computed"
            aria-label={`Score ${scoreText(item.score)}`}
            aria-expanded={isOpened}
            tabindex={isCurrent ? 0 : -1}
            onClick={() => {
              onCommand(isOpened ? 'close' : 'open');
            }}
          >
            {scoreText(item.score)}
          </button>
        )}
      </div>
      {hasFacts(item) && <ItemFacts item={item} />}
      {isOpened && (
        <Measured onHeight={onHeight}>
          <ItemDetails item={item} />
        </Measured>
      )}
    </>
  );
}
