import type { LocalDay } from '../core/activity/calendar.ts';
import type { Connection, Statement } from './connection.ts';
import { dateNumber, isoDate } from './dates.ts';
import type { Names } from './dictionary.ts';

/** Active milliseconds by item id on one day. */
export interface ItemDay {
  /** ISO date. */
  readonly date: string;
  readonly msByItem: ReadonlyMap<string, number>;
}

/** Reads the time used by items from the rollups of sealed days. */
export class ItemShares {
  private readonly names: Names;
  private readonly selectSeals: Statement<[date: number, seal: number]>;
  private readonly selectDirty: Statement<[date: number, start: number, until: number]>;
  private readonly selectLast: Statement<[until: number | null]>;
  private readonly selectShares: Statement<[date: number, item: number, ms: number]>;
  private readonly selectSums: Statement<[item: number, ms: number]>;

  constructor(connection: Connection, names: Names) {
    this.names = names;
    this.selectSeals = connection.statement('SELECT date, seal FROM day WHERE seal > ? ORDER BY date');
    this.selectDirty = connection.statement(
      'SELECT date, start, until FROM day WHERE is_dirty = 1 ORDER BY date',
    );
    this.selectLast = connection.statement('SELECT until FROM day ORDER BY date DESC LIMIT 1');
    this.selectShares = connection.statement(
      'SELECT date, item, sum(ms) FROM share WHERE date >= ? AND date <= ? AND item <> 0 GROUP BY date, item',
    );
    this.selectSums = connection.statement(
      'SELECT item, sum(ms) FROM share WHERE date >= ? AND date <= ? AND item <> 0 GROUP BY item',
    );
  }

  /** The days that were sealed, or sealed anew, after the one numbered `seal`, in order of date; -1: all. */
  sealedSince(seal: number): { readonly date: string; readonly seal: number }[] {
    return this.selectSeals.all(seal).map(([date, number]) => ({ date: isoDate(date), seal: number }));
  }

  /** The sealed days that a row written since may have changed. */
  dirtyDays(): LocalDay[] {
    return this.selectDirty.all().map(([date, start, end]) => ({ date: isoDate(date), start, end }));
  }

  /** Where the last sealed day ends, epoch milliseconds; null: none is sealed. */
  sealedUntil(): number | null {
    return this.selectLast.get()?.[0] ?? null;
  }

  /** The sealed days of a range of ISO dates (both ends included) on which time was used by items, in order of date. */
  between(from: string, to: string): ItemDay[] {
    const days = new Map<number, Map<string, number>>();
    for (const [date, item, ms] of this.selectShares.all(dateNumber(from), dateNumber(to))) {
      const name = this.names.item.nameOf(item);
      if (name === null) continue;
      const day = days.get(date) ?? new Map<string, number>();
      days.set(date, day.set(name, ms));
    }
    return [...days].map(([date, msByItem]) => ({ date: isoDate(date), msByItem }));
  }

  /** Active milliseconds by item over the sealed days of a range of ISO dates, both ends included. */
  sums(from: string, to: string): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const [item, ms] of this.selectSums.all(dateNumber(from), dateNumber(to))) {
      const name = this.names.item.nameOf(item);
      if (name !== null) sums.set(name, ms);
    }
    return sums;
  }
}
