import type { ItemGroup, ItemView } from '../../../../src/core/messages/queue.ts';
import { rowsOf, type Row, type RowOptions } from '../../../../src/webview/queue/rows.ts';

/** An item as the panel shows it, of which nothing is said. */
export function itemView(overrides: Partial<ItemView> = {}): ItemView {
  const group = overrides.group ?? 'next';
  return {
    id: 'i1',
    key: 'A-1',
    title: 'Something',
    group,
    state: group === 'closed' ? 'done' : group === 'snoozed' ? 'next' : group,
    labels: [],
    priority: null,
    project: null,
    due: null,
    dueText: '',
    snoozedText: '',
    budgetMinutes: null,
    usedMs: 0,
    range: null,
    isOverBudget: false,
    blockedBy: [],
    score: 0,
    terms: [],
    ...overrides,
  };
}

/** i1, i2, … in these groups, in this order. */
export function itemsIn(...groups: readonly ItemGroup[]): ItemView[] {
  return groups.map((group, i) => itemView({ id: `i${i + 1}`, key: `A-${i + 1}`, group }));
}

/** The rows of items, with all groups open. */
export function rowsFor(items: readonly ItemView[], options: Partial<RowOptions> = {}): Row[] {
  return rowsOf(items, {
    matches: () => true,
    isGroupOpen: () => true,
    isItemOpen: () => false,
    withEmpty: false,
    ...options,
  });
}
