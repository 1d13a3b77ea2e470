import { isExploration, type Items } from '../queue/item.ts';
import type { ItemNames } from './itemNames.ts';
import type { DoneItem } from './results.ts';

/** The queue as the stats see it. */
export interface StatsQueue {
  readonly items: Items;
  /** Measured over the whole record, in milliseconds, by item id. */
  readonly usedMs: ReadonlyMap<string, number>;
}

export function namesOf(items: Items): ItemNames {
  return {
    nameOfItem: id => items.get(id) ?? null,
    isExploration(id) {
      const item = items.get(id);
      return item !== undefined && isExploration(item);
    },
  };
}

/** The items that were done in `[from, to)` (epoch milliseconds) and still are, by when. */
export function doneItems({ items, usedMs }: StatsQueue, from: number, to: number): DoneItem[] {
  const done: DoneItem[] = [];
  for (const { id, key, title, state, budgetMinutes, closedAt } of items.values()) {
    if (state !== 'done' || closedAt === null || closedAt < from || closedAt >= to) continue;
    done.push({ key, title, budgetMinutes, usedMs: usedMs.get(id) ?? 0, closedAt });
  }
  return done.sort((a, b) => a.closedAt - b.closedAt);
}
