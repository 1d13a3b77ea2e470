import { fallAfter, raisesOf, type Fall, type GuardDay } from '../core/nudges/guard.ts';
import type { Entry } from '../core/nudges/past.ts';
import { addDays } from '../core/queue/plainDate.ts';
import { deepMs } from '../core/stats/measures.ts';
import type { ReadableRecord } from './pastDays.ts';

/** Twenty working days lie in so many days, holidays and all. */
const REACH_DAYS = 60;

/**
 * Where deep time has fallen since a rule was raised in level, by the days that are rolled up. `deepBlockMs`: how long a block must be
 * to be deep. Throws a `StoreError`.
 */
export function fallsSince(
  entries: readonly Entry[],
  { store, calendar }: ReadableRecord,
  deepBlockMs: number,
): Fall[] {
  const raises = raisesOf(entries, at => calendar.dayAt(at).date);
  return raises.flatMap(raise => {
    const days = daysBetween(
      addDays(raise.date, -REACH_DAYS),
      addDays(raise.date, REACH_DAYS),
      store,
      deepBlockMs,
    );
    return fallAfter(raise, days) ?? [];
  });
}

function daysBetween(
  from: string,
  to: string,
  { rollups }: ReadableRecord['store'],
  deepBlockMs: number,
): GuardDay[] {
  const blocks = Map.groupBy(rollups.blocks(from, to, deepBlockMs), ({ date }) => date);
  return rollups.days(from, to).map(({ date, activeMs }) => {
    return { date, activeMs, deepMs: deepMs(blocks.get(date) ?? [], deepBlockMs) };
  });
}
