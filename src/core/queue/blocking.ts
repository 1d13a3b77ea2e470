import { isOpen, type Item, type Items } from './item.ts';

/** Which open items wait for which. */
export interface Blocking {
  /** Waits for an item that is still open. */
  isBlocked(id: string): boolean;
  /** An open item waits for it, and it is open itself. */
  isBlocking(id: string): boolean;
  /** The ids of the open items that wait for an open one, in no particular order. */
  blocks(id: string): readonly string[];
}

/**
 * Reads `blockedBy` from both ends. A closed item neither blocks nor is blocked, and an id that no item has blocks nothing.
 * Source: taskwarrior, where a task is blocked only by tasks that are pending or waiting.
 */
export function blockingOf(items: Items): Blocking {
  const blocked = new Map<string, string[]>();
  const isBlocked = new Set<string>();
  for (const item of items.values()) {
    for (const blocker of openBlockers(items, item)) {
      isBlocked.add(item.id);
      const waiting = blocked.get(blocker);
      if (waiting) waiting.push(item.id);
      else blocked.set(blocker, [item.id]);
    }
  }
  return {
    isBlocked: id => isBlocked.has(id),
    isBlocking: id => blocked.has(id),
    blocks: id => blocked.get(id) ?? [],
  };
}

/** Whether the item `id` already holds up `other`, straight or through others; every item holds up itself. */
export function holdsUp(items: Items, id: string, other: string): boolean {
  const seen = new Set([other]);
  for (const each of seen) {
    if (each === id) return true;
    for (const blocker of items.get(each)?.blockedBy ?? []) seen.add(blocker);
  }
  return false;
}

const NONE: readonly string[] = [];

function openBlockers(items: Items, item: Item): readonly string[] {
  if (item.blockedBy.length === 0 || !isOpen(item)) return NONE;
  return item.blockedBy.filter(id => {
    const blocker = items.get(id);
    return blocker !== undefined && isOpen(blocker);
  });
}
