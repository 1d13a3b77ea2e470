import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { ItemView, QueueRequest, QueueView } from '../../core/messages/queue.ts';
import { useExtent } from '../parts/useExtent.ts';
import type { Command } from './commandOf.ts';
import { DropLine } from './DropLine.tsx';
import { ItemEditor, type Edit } from './ItemEditor.tsx';
import { placeAt, placing, type Reordering } from './reorder.ts';
import { itemRowId, type Row } from './rows.ts';
import { rowAt, rowsBetween } from './rowWindow.ts';
import { treePointer } from './treePointer.ts';
import { TreeRow } from './TreeRow.tsx';
import { useCurrentRow } from './useCurrentRow.ts';
import { useDrag } from './useDrag.ts';
import { useQueueRows } from './useQueueRows.ts';
import { useRowOffsets } from './useRowOffsets.ts';
import { useTreeKeys } from './useTreeKeys.ts';
import { useDomId } from '../parts/useDomId.ts';

export interface QueueTreeProps {
  readonly queue: QueueView;
  readonly list: RefObject<HTMLDivElement | null>;
  /** Whether an item is what the filter looks for. */
  readonly matches: (item: ItemView) => boolean;
  readonly edit: Edit | null;
  readonly onEdit: (edit: Edit | null) => void;
  readonly send: (request: QueueRequest) => void;
  /** An item cannot be put where it should be: the list is in order of score. */
  readonly onSorted: () => void;
  /** Tells readers of the screen what became of the current item. */
  readonly say: (text: string) => void;
  readonly onEscape: () => void;
}

/** What is drawn beyond what is in sight, and how far one must scroll until more is; pixels. */
const MARGIN = 220;
const SCROLL_GRAIN = 110;

/**
 * The items in their groups. A tree, as VS Code's own lists with groups are: readers of the screen hand it its keys, its items may
 * hold buttons (those of a list box may not), and its rows have levels, so that few of thousands need to be drawn. The list
 * itself has the focus and names its current row, which a row that is scrolled away could not keep.
 */
export function QueueTree(props: QueueTreeProps) {
  const { queue, list, matches, edit, onEdit, send, onSorted } = props;
  const baseId = useDomId();
  const [scrolled, setScrolled] = useState(0);
  const height = useExtent(list, 'clientHeight');
  const { drag, begin, ...dragging } = useDrag(list, ({ item, y }) => {
    const place = placeAtHeight(y);
    if (place) reorder(placing(rows, item, place, queue.sorting));
  });
  const { rows, flip } = useQueueRows(queue.items, matches, drag !== null);
  const { offsets, measure } = useRowOffsets(rows, edit?.id);
  const { current, index, choose } = useCurrentRow(rows);
  const domId = (id: string) => `${baseId}-${id}`;

  function reorder(reordering: Reordering): void {
    if (reordering === 'sorted') onSorted();
    else if (reordering) send(reordering);
  }
  function placeAtHeight(y: number) {
    return placeAt(rows, offsets, rowAt(offsets, y), y);
  }
  function endEdit(): void {
    onEdit(null);
    list.current?.focus();
  }
  const { perform, onKeyDown } = useTreeKeys({
    ...props,
    rows,
    offsets,
    height,
    current: index,
    choose,
    reorder,
    flip,
    elementOf: row => document.getElementById(domId(row.id)),
  });

  /** By one of a row's buttons: the keys go on in the list, since the button may be gone. */
  function press(command: Command, row: Row): void {
    choose(row.id);
    perform(command, row);
    if (command !== 'open' && command !== 'close') list.current?.focus();
  }
  function editorOf(key: string) {
    if (!edit) return null;
    return (
      <ItemEditor
        edit={edit}
        label={`Edit ${key}`}
        today={queue.today}
        onEdit={onEdit}
        onEnd={endEdit}
        send={send}
      />
    );
  }

  const place = drag && placeAtHeight(drag.y);
  const editedRow = edit && itemRowId(edit.id);
  const pinned = [index, rows.findIndex(({ id }) => id === editedRow)];
  const drawn = rowsBetween(offsets, scrolled - MARGIN, scrolled + (height || 800) + MARGIN, pinned);
  return (
    <div
      ref={list}
      class={drag ? 'queue-tree is-dragging' : 'queue-tree'}
      role="tree"
      aria-label="Queue"
      tabindex={0}
      aria-activedescendant={current === null ? undefined : domId(current)}
      onScroll={({ currentTarget }) => {
        setScrolled(Math.floor(currentTarget.scrollTop / SCROLL_GRAIN) * SCROLL_GRAIN);
      }}
      onKeyDown={onKeyDown}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget)
          choose(chosen => chosen ?? rows.find(isItem)?.id ?? rows[0]?.id ?? null);
      }}
      {...treePointer({ list, rows, offsets, choose, perform, beginDrag: begin })}
      {...dragging}
    >
      <div class="queue-rows" role="none" style={{ height: `${offsets.at(-1) ?? 0}px` }}>
        {drawn.flatMap(i => {
          const row = rows[i];
          if (!row) return [];
          const top = offsets[i] ?? 0;
          return [
            <TreeRow
              key={row.id}
              row={row}
              domId={domId(row.id)}
              top={top}
              height={(offsets[i + 1] ?? top) - top}
              isCurrent={row.id === current}
              isRunning={row.kind === 'item' && row.item.id === queue.activeId}
              isDragged={row.kind === 'item' && row.item.id === drag?.item.id}
              onCommand={command => {
                press(command, row);
              }}
              onHeight={measured => {
                measure(row.id, measured);
              }}
              editor={row.kind === 'item' && row.id === editedRow && editorOf(row.item.key)}
            />,
          ];
        })}
        {place && <DropLine rows={rows} offsets={offsets} place={place} />}
      </div>
    </div>
  );
}

function isItem(row: Row): boolean {
  return row.kind === 'item';
}
