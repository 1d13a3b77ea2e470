import type { QueueRequest, QueueSorting } from '../../core/messages/queue.ts';
import { Icon } from '../parts/Icon.tsx';

interface QueueActionsProps {
  readonly sorting: QueueSorting;
  readonly isFiltering: boolean;
  readonly onFilter: () => void;
  readonly send: (request: QueueRequest) => void;
}

/** In the header, as VS Code's views have them: there while one is in the view, or while they are on. */
export function QueueActions({ sorting, isFiltering, onFilter, send }: QueueActionsProps) {
  const isByScore = sorting === 'score';
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label="Sort by score"
        title={isByScore ? 'Sorted by score: back to your own order' : 'Sort by score'}
        aria-pressed={isByScore}
        onClick={() => {
          send({ type: 'sortQueue', by: isByScore ? 'own' : 'score' });
        }}
      >
        <Icon name="sort" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Filter"
        title="Filter (Ctrl+F)"
        aria-pressed={isFiltering}
        onClick={onFilter}
      >
        <Icon name="filter" />
      </button>
    </>
  );
}
