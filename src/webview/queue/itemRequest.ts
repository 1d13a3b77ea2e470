import { assertNever } from '../../core/assertNever.ts';
import type { ItemView, QueueView } from '../../core/messages/queue.ts';
import { stepping, type Reordering } from './reorder.ts';
import type { Row } from './rows.ts';

/** What can be done with an item by one key. */
export type ItemCommand = 'main' | 'done' | 'drop' | 'snooze' | 'menu' | 'moveUp' | 'moveDown';

/** What a command asks the host for; null: it cannot be done with this item. */
export function itemRequest(
  command: ItemCommand,
  item: ItemView,
  queue: QueueView,
  rows: readonly Row[],
): Reordering {
  const { id, group } = item;
  switch (command) {
    case 'main':
      // What is done or dropped is not in work: what can be done with it is asked for.
      if (group === 'closed') return { type: 'itemMenu', id };
      return { type: id === queue.activeId ? 'stopItem' : 'startItem', id };
    case 'done':
      // Or not done after all.
      return { type: 'moveItem', id, state: group === 'closed' ? 'next' : 'done' };
    case 'drop':
      return group === 'closed' ? null : { type: 'moveItem', id, state: 'dropped' };
    case 'snooze':
      if (group === 'closed') return null;
      return { type: group === 'snoozed' ? 'unsnoozeItem' : 'snoozeItem', id };
    case 'menu':
      return { type: 'itemMenu', id };
    case 'moveUp':
      return stepping(rows, item, -1, queue.sorting);
    case 'moveDown':
      return stepping(rows, item, 1, queue.sorting);
    default:
      return assertNever(command);
  }
}
