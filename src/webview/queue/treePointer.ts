import type { RefObject } from 'preact';
import type { ItemView } from '../../core/messages/queue.ts';
import type { Command } from './commandOf.ts';
import { isOpenGroup, type Row } from './rows.ts';
import { rowAt } from './rowWindow.ts';

interface TreePointerOptions {
  readonly list: RefObject<HTMLElement | null>;
  readonly rows: readonly Row[];
  readonly offsets: readonly number[];
  readonly choose: (id: string) => void;
  readonly perform: (command: Command, row: Row) => void;
  readonly beginDrag: (event: PointerEvent, item: ItemView) => void;
}

/** What presses on rows do; buttons and fields in them have their own. */
export function treePointer({ list, rows, offsets, choose, perform, beginDrag }: TreePointerOptions) {
  function rowOf({ target, clientY }: MouseEvent): Row | undefined {
    const { current } = list;
    if (!current || !(target instanceof Element) || target.closest('button, input, .measured')) return;
    return rows[rowAt(offsets, clientY - current.getBoundingClientRect().top + current.scrollTop)];
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      const row = rowOf(event);
      if (!row) return;
      choose(row.id);
      if (row.kind === 'item' && isOpenGroup(row.item.group)) beginDrag(event, row.item);
    },
    onDblClick: (event: MouseEvent) => {
      const row = rowOf(event);
      if (row?.kind === 'item') perform('edit', row);
    },
    onContextMenu: (event: MouseEvent) => {
      const row = rowOf(event);
      if (!row) return;
      event.preventDefault();
      // By the keyboard it is a key like others.
      if (event.button === 2) perform('menu', row);
    },
  };
}
