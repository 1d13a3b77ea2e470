import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { QueueRequest, QueueView } from '../../core/messages/queue.ts';
import { countOf } from '../../core/text/count.ts';
import { usePanel } from '../panelContext.ts';
import { Section } from '../parts/Section.tsx';
import { useSettled } from '../parts/useSettled.ts';
import { FilterField } from './FilterField.tsx';
import { filterOf } from './filterOf.ts';
import type { Edit } from './ItemEditor.tsx';
import { minutesText } from './itemText.ts';
import { QueueActions } from './QueueActions.tsx';
import { Line, QueueNote } from './QueueNote.tsx';
import { QueueTree } from './QueueTree.tsx';
import { QuickAddField } from './QuickAddField.tsx';
import { useNote } from './useNote.ts';

/** The user's own queue: a line to add to it, the list, and what is offered about it. */
export function Queue({ queue }: { queue: QueueView }) {
  const { post } = usePanel();
  const [text, setText] = useState('');
  /** null: there is no field for it. */
  const [filter, setFilter] = useState<string | null>(null);
  const [edit, setEdit] = useState<Edit | null>(null);
  const [said, say] = useState('');
  const { note, show, watch } = useNote(queue);
  const list = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const matches = useMemo(() => filterOf(filter ?? ''), [filter]);
  const found = useMemo(() => queue.items.filter(matches).length, [queue.items, matches]);

  const send = (request: QueueRequest) => {
    watch(request);
    post(request);
  };
  const toList = useCallback(() => list.current?.focus(), []);
  const openFilter = () => {
    setFilter(filter ?? '');
    filterField.current?.select();
    filterField.current?.focus();
  };
  const closeFilter = () => {
    if (filter === null) return;
    setFilter(null);
    toList();
  };
  return (
    <Section
      id="queue"
      title="Queue"
      aside={workText(queue)}
      actions={
        <QueueActions
          sorting={queue.sorting}
          isFiltering={filter !== null}
          onFilter={filter === null ? openFilter : closeFilter}
          send={send}
        />
      }
    >
      <div
        class="queue"
        onKeyDown={event => {
          if (event.key !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
            return;
          event.preventDefault();
          event.stopPropagation();
          openFilter();
        }}
      >
        <QuickAddField queue={queue} text={text} onText={setText} send={send} onDown={toList} />
        {filter !== null && (
          <FilterField
            field={filterField}
            filter={filter}
            found={found}
            all={queue.items.length}
            onFilter={setFilter}
            onClose={closeFilter}
            onDown={toList}
          />
        )}
        {found === 0 ? (
          <p class="queue-empty">{filter ? `Nothing in the queue matches “${filter}”.` : EMPTY}</p>
        ) : (
          <QueueTree
            queue={queue}
            list={list}
            matches={matches}
            edit={edit}
            onEdit={setEdit}
            send={send}
            onSorted={() => {
              show({ kind: 'sorted' });
            }}
            say={say}
            onEscape={closeFilter}
          />
        )}
        <p class="visually-hidden" role="status">
          {useSettled(said, 100)}
        </p>
        <QueueNote note={note} send={send} />
        {queue.smallOnes && <SmallOnes smallOnes={queue.smallOnes} send={send} />}
      </div>
    </Section>
  );
}

const EMPTY = 'What you add comes to stand here, to be sorted, started and done.';

interface SmallOnesProps {
  readonly smallOnes: NonNullable<QueueView['smallOnes']>;
  readonly send: (request: QueueRequest) => void;
}

function SmallOnes({ smallOnes: { ids, minutes }, send }: SmallOnesProps) {
  return (
    <Line request={{ type: 'batchItems', ids: [...ids] }} offer="Batch them" send={send}>
      {countOf(ids.length, 'small item')}, together {minutesText(minutes)}.
    </Line>
  );
}

/** "doing 1 of 2"; more than the limit is said like less. */
function workText({ items, wipLimit }: QueueView): string {
  const doing = items.filter(({ group }) => group === 'doing').length;
  return wipLimit > 0 ? `doing ${doing} of ${wipLimit}` : `doing ${doing}`;
}
