import { useMemo } from 'preact/hooks';
import type { ItemGroup, ItemView } from '../../core/messages/queue.ts';
import { usePanel } from '../panelContext.ts';
import { groupRowId, rowsOf, type Row } from './rows.ts';

/** Groups that are closed until they are opened. */
const FOLDED: readonly ItemGroup[] = ['snoozed', 'closed'];

/** The rows of the list by what the user has opened and folded, and what opens and folds them. */
export function useQueueRows(
  items: readonly ItemView[],
  matches: (item: ItemView) => boolean,
  withEmpty: boolean,
) {
  const { toggled, toggle } = usePanel();
  const rows = useMemo(
    () =>
      rowsOf(items, {
        matches,
        isGroupOpen: group => toggled.has(groupRowId(group)) === FOLDED.includes(group),
        isItemOpen: ({ id }) => toggled.has(scoreToggle(id)),
        withEmpty,
      }),
    [items, matches, toggled, withEmpty],
  );
  const flip = (row: Row) => {
    toggle(row.kind === 'group' ? row.id : scoreToggle(row.item.id));
  };
  return { rows, flip };
}

function scoreToggle(id: string): string {
  return `score:${id}`;
}
