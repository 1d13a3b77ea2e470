import type { ComponentChildren } from 'preact';
import type { Command } from './commandOf.ts';
import { spokenItem } from './factsOf.ts';
import { GroupRowView } from './GroupRowView.tsx';
import { ItemDetails } from './ItemDetails.tsx';
import { ItemRowView } from './ItemRowView.tsx';
import { Measured } from './Measured.tsx';
import type { Row } from './rows.ts';

interface TreeRowProps {
  readonly row: Row;
  readonly domId: string;
  /** Pixels from the beginning of the list, and so high. */
  readonly top: number;
  readonly height: number;
  readonly isCurrent: boolean;
  /** An item whose clock runs. */
  readonly isRunning: boolean;
  readonly isDragged: boolean;
  readonly onCommand: (command: Command) => void;
  /** Of what is as high as its text makes it. */
  readonly onHeight: (height: number) => void;
  /** Stands in place of an item that is being edited. */
  readonly editor: ComponentChildren;
}

const LEVELS = { group: 1, item: 2, details: 3 } as const;

/** One row of the list at its place. */
export function TreeRow({ row, domId, top, height, ...rest }: TreeRowProps) {
  const { isCurrent, isRunning, isDragged, onHeight, editor } = rest;
  const isSelected = isCurrent && !editor;
  const classes = ['tree-row', `is-${row.kind}`, isSelected && 'is-current', isDragged && 'is-dragged'];
  return (
    <div
      role="treeitem"
      id={domId}
      class={classes.filter(Boolean).join(' ')}
      style={{ top: `${top}px`, height: `${height}px` }}
      aria-level={LEVELS[row.kind]}
      aria-posinset={row.position}
      aria-setsize={row.of}
      aria-selected={isCurrent}
      aria-expanded={isExpanded(row)}
      // All else is named by what it shows.
      aria-label={row.kind === 'item' && !editor ? spokenItem(row.item, isRunning) : undefined}
    >
      {editor ? <Measured onHeight={onHeight}>{editor}</Measured> : <RowContent row={row} {...rest} />}
    </div>
  );
}

function RowContent({
  row,
  isRunning,
  isCurrent,
  onCommand,
  onHeight,
}: Pick<TreeRowProps, 'row' | 'isRunning' | 'isCurrent' | 'onCommand' | 'onHeight'>) {
  switch (row.kind) {
    case 'group':
      return <GroupRowView row={row} onCommand={onCommand} />;
    case 'item':
      return <ItemRowView row={row} isRunning={isRunning} isCurrent={isCurrent} onCommand={onCommand} />;
    case 'details':
      return (
        <Measured onHeight={onHeight}>
          <ItemDetails item={row.item} />
        </Measured>
      );
  }
}

/** Whether there is something to open, and whether it is. */
function isExpanded(row: Row): boolean | undefined {
  if (row.kind === 'details' || (row.kind === 'item' && row.item.group === 'closed')) return undefined;
  return row.isOpen;
}
