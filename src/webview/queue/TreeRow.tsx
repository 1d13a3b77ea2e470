import type { ComponentChildren } from 'preact';
import type { QueueView } from '../../core/messages/queue.ts';
import type { Command } from './commandOf.ts';
import { GROUP_NAMES, spokenItem } from './itemText.ts';
import { GroupRowView } from './GroupRowView.tsx';
import { ItemRowView } from './ItemRowView.tsx';
import type { Row } from './rows.ts';

export interface TreeRowProps {
  readonly row: Row;
  readonly queue: QueueView;
  readonly domId: string;
  /** Pixels from the beginning of the list, and so high. */
  readonly top: number;
  readonly height: number;
  readonly isCurrent: boolean;
  /** An item that shows how its score was computed. */
  readonly isOpened: boolean;
  readonly isDragged: boolean;
  readonly onCommand: (command: Command) => void;
  /** Of the part whose height is not that of its kind. */
  readonly onHeight: (height: number) => void;
  /** What stands in place of the row, while it is edited. */
  readonly editor: ComponentChildren;
}

/** One row of the list at its place. */
export function TreeRow({ row, queue, domId, top, height, isCurrent, editor, ...rest }: TreeRowProps) {
  const { isOpened, isDragged, onCommand, onHeight } = rest;
  const isRunning = row.kind === 'item' && row.item.id === queue.activeId;
  return (
    <div
      role="treeitem"
      id={domId}
      class={rowClass({ isCurrent, isRunning, isDragged })}
      style={{ top: `${top}px`, height: `${height}px` }}
      aria-level={row.kind === 'group' ? 1 : 2}
      aria-posinset={row.position}
      aria-setsize={row.of}
      aria-selected={isCurrent}
      aria-expanded={expanded(row, isOpened)}
      aria-label={row.kind === 'group' ? spokenGroup(row) : spokenItem(row.item, isRunning)}
    >
      {editor ||
        (row.kind === 'group' ? (
          <GroupRowView row={row} onCommand={onCommand} />
        ) : (
          <ItemRowView
            item={row.item}
            isRunning={isRunning}
            isCurrent={isCurrent}
            isOpened={isOpened}
            onCommand={onCommand}
            onHeight={onHeight}
          />
        ))}
    </div>
  );
}

function rowClass(is: { isCurrent: boolean; isRunning: boolean; isDragged: boolean }): string {
  return [
    'tree-row',
    is.isCurrent && 'is-current',
    is.isRunning && 'is-running',
    is.isDragged && 'is-dragged',
  ]
    .filter(Boolean)
    .join(' ');
}

function expanded(row: Row, isOpened: boolean): boolean | undefined {
  if (row.kind === 'group') return row.isOpen;
  return row.item.group === 'closed' ? undefined : isOpened;
}

function spokenGroup({ group, count }: Extract<Row, { kind: 'group' }>): string {
  return `${GROUP_NAMES[group]}, ${count}`;
}
