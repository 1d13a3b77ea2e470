import type { LocalDay } from '../core/activity/calendar.ts';
import { addDays } from '../core/queue/plainDate.ts';
import type { Store } from '../store/store.ts';

/** So many days are added up at once: some milliseconds. */
const DAYS_AT_ONCE = 120;

/** The time that items used on the sealed days before one, added up step by step: ten years of it take a tenth of a second. */
export class UsedBefore {
  /** By item, in milliseconds; whole once `read` is through. */
  readonly ms = new Map<string, number>();
  private readonly store: Store;
  private readonly until: string;
  private next: string;

  constructor(store: Store, since: LocalDay, until: LocalDay) {
    this.store = store;
    this.next = since.date;
    this.until = until.date;
  }

  /** Yields after each step; begun anew, it goes on where it was left. Throws a `StoreError`. */
  *read(): Generator<undefined, void> {
    while (this.next < this.until) {
      const last = addDays(this.next, DAYS_AT_ONCE - 1);
      const dayBefore = addDays(this.until, -1);
      for (const [item, ms] of this.store.itemShares.sums(this.next, last < dayBefore ? last : dayBefore)) {
        this.ms.set(item, (this.ms.get(item) ?? 0) + ms);
      }
      this.next = addDays(last, 1);
      yield;
    }
  }
}
