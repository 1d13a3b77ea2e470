import { useLayoutEffect, useRef } from 'preact/hooks';
import { quickAddLine } from '../../core/queue/quickAddLine.ts';
import { commandOf, type Command } from './commandOf.ts';
import { destination, isMovement } from './destination.ts';
import { findByText } from './findByText.ts';
import { GROUP_NAMES } from './itemText.ts';
import { itemRequest, type ItemCommand } from './itemRequest.ts';
import type { QueueTreeProps } from './QueueTree.tsx';
import type { Reordering } from './reorder.ts';
import { groupRowId, itemRowId, type Row } from './rows.ts';
import { useTypeAhead } from './useTypeAhead.ts';

interface TreeKeysOptions extends QueueTreeProps {
  readonly rows: readonly Row[];
  readonly offsets: readonly number[];
  /** Of the list that is in sight, in pixels. */
  readonly height: number;
  /** The index of the current row; -1: none is. */
  readonly current: number;
  readonly choose: (id: string) => void;
  readonly reorder: (reordering: Reordering) => void;
  /** Opens or closes a group, or how a score was computed. */
  readonly flip: (row: Row) => void;
  readonly elementOf: (row: Row) => HTMLElement | null;
}

/** What keys, buttons and clicks do in the list: they all come to a command on a row. */
export function useTreeKeys(options: TreeKeysOptions) {
  const { queue, rows, offsets, height, current, list, send, say, flip } = options;
  const typeAhead = useTypeAhead();
  const isWanted = useRef(false);
  const followed = useRef<Row | null>(null);

  function reveal(): void {
    const row = rows[current];
    if (row) options.elementOf(row)?.scrollIntoView({ block: 'nearest' });
  }
  useLayoutEffect(() => {
    if (isWanted.current) reveal();
    isWanted.current = false;
  });
  // What was done to an item shows, and is said, once the host has done it.
  useLayoutEffect(() => {
    const before = followed.current;
    followed.current = null;
    const now = rows[current];
    if (before?.id !== now?.id || now?.kind !== 'item' || before?.kind !== 'item') return;
    reveal();
    if (before.position === now.position && before.item.group === now.item.group) return;
    say(`${GROUP_NAMES[now.item.group]}, ${now.position} of ${now.of}`);
  }, [queue]);

  function goTo(index: number): void {
    const row = rows[index];
    if (!row) return;
    options.choose(row.id);
    if (index === current) reveal();
    else isWanted.current = true;
  }
  function open(row: Row): void {
    if (row.kind === 'details') return;
    if (row.isOpen) goTo(rows.indexOf(row) + 1);
    else if (row.kind === 'group' || row.item.group !== 'closed') flip(row);
  }
  function close(row: Row): void {
    if (row.kind !== 'details' && row.isOpen) flip(row);
    else goTo(parentOf(rows, row));
  }
  function edit(row: Row): void {
    if (row.kind !== 'item') return;
    const line = quickAddLine(row.item);
    options.onEdit({ id: row.item.id, was: line, text: line });
  }
  function act(command: ItemCommand, row: Row): void {
    if (row.kind === 'item') {
      followed.current = row;
      options.reorder(itemRequest(command, row.item, queue, rows));
    } else if (row.kind === 'group' && (command === 'main' || command === 'done')) flip(row);
  }
  function takeBack(command: 'undo' | 'redo'): void {
    // Whether there is anything to take back the host knows best: its word on the last change may still be under way.
    send({ type: command === 'undo' ? 'undoQueue' : 'redoQueue' });
  }
  function perform(command: Command, row: Row | undefined): void {
    if (isMovement(command)) goTo(destination(command, current, offsets, height));
    else if (command === 'undo' || command === 'redo') takeBack(command);
    else if (command === 'leave') options.onEscape();
    else if (!row) return;
    else if (command === 'open') open(row);
    else if (command === 'close') close(row);
    else if (command === 'edit') edit(row);
    else act(command, row);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // A field's keys are its own, and those that press a button the button's.
    if (event.target instanceof HTMLInputElement) return;
    const isOnList = event.target === list.current;
    const typed = isOnList ? typeAhead(event) : null;
    const command = typed === null ? commandOf(event) : null;
    if (typed === null && !command) return;
    if (!isOnList && (command === 'main' || command === 'done')) return;
    event.preventDefault();
    // VS Code would take it for its own.
    event.stopPropagation();
    if (!isOnList) list.current?.focus();
    if (typed !== null) goTo(findByText(rows, current, typed));
    else if (command && (isOnList || command !== 'leave')) perform(command, rows[current]);
  }
  return { perform, onKeyDown };
}

function parentOf(rows: readonly Row[], row: Row): number {
  if (row.kind === 'group') return -1;
  const parent = row.kind === 'item' ? groupRowId(row.item.group) : itemRowId(row.item.id);
  return rows.findIndex(({ id }) => id === parent);
}
