import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { LocalDay } from '../core/activity/calendar.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import type { DayRules } from '../core/stats/day.ts';
import { activeBy, itemOf } from '../core/stats/measures.ts';
import { StoreBusy } from '../store/errors.ts';
import type { DayKeeper } from './dayKeeper.ts';
import { DaySums } from './daySums.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface ItemTimesPorts {
  readonly clock: Clock;
  readonly rules: () => DayRules;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}

type Readable = NonNullable<RecordKeeper['readable']>;

const REFRESH_MS = 60_000;
/** Sealed days that are read at once. */
const DAYS_AT_ONCE = 60;
/** Of days that are not sealed yet so many, the last ones, are computed from rows; older ones count as soon as they are sealed. */
const MOST_OPEN_DAYS = 7;

/**
 * Knows how much time each item has used, over all days: what sealed days were rolled up to, days that are not sealed or have
 * changed since from their rows, and today. A day that was read is read again only when it was sealed anew.
 */
export class ItemTimes implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly days: DayKeeper;
  private readonly ports: ItemTimesPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<readonly string[]>());
  private readonly sums = new DaySums();
  private store: Readable['store'] | null = null;
  /** The last sealing that was read; -1: none yet. */
  private seal = -1;
  private todayDate: string | null = null;
  /** The last corrections that were read. */
  private corrections = 0;
  private isReading = false;
  private isDisposed = false;

  /** The time of these items is another. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, days: DayKeeper, ports: ItemTimesPorts) {
    this.keeper = keeper;
    this.days = days;
    this.ports = ports;
    this.disposables.add(
      days.onDidChange(() => {
        this.followToday();
      }),
    );
    this.disposables.add(
      keeper.onDidForget(() => {
        this.store = null;
        this.followToday();
      }),
    );
    this.disposables.add(
      ports.clock.every(REFRESH_MS, () => {
        void this.readPast();
      }),
    );
  }

  /** Active milliseconds by item id; an item without any is not in it. */
  get usedMs(): ReadonlyMap<string, number> {
    return this.sums.totals;
  }

  /** Reads the days before today, as far as they have changed. */
  async readPast(): Promise<void> {
    const { readable } = this.keeper;
    if (!readable || readable.store !== this.store || this.isReading) return;
    this.isReading = true;
    try {
      await this.readSealed(readable);
      await this.readOpen(readable);
    } catch (error) {
      // Another window is at work on the file; the next minute reads on.
      if (!(error instanceof StoreBusy))
        this.ports.onFailure('The time used by items could not be read.', error);
    } finally {
      this.isReading = false;
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  private followToday(): void {
    const { readable } = this.keeper;
    const store = readable?.store ?? null;
    const isNew = store !== this.store;
    this.store = store;
    const { local, day } = this.days.today();
    const isNewDay = local.date !== this.todayDate;
    this.todayDate = local.date;
    const gone = isNew ? this.forget() : [];
    const changed = this.sums.set(local.date, activeBy(day?.pieces ?? [], itemOf));
    if (gone.length > 0 || changed.length > 0) this.changed.fire([...gone, ...changed]);
    const corrections = store?.corrections.version() ?? 0;
    const isCorrected = corrections !== this.corrections;
    this.corrections = corrections;
    // What was today until now stays as it was last seen until it is read.
    if (isNew || isNewDay || isCorrected) void this.readPast();
  }

  private forget(): string[] {
    const gone = [...this.sums.totals.keys()];
    this.sums.clear();
    this.seal = -1;
    return gone;
  }

  private async readSealed({ store }: Readable): Promise<void> {
    const sealed = store.itemShares.sealedSince(this.seal);
    for (let index = 0; index < sealed.length; index += DAYS_AT_ONCE) {
      const dates = sealed.slice(index, index + DAYS_AT_ONCE).map(day => day.date);
      const [first = '', last = ''] = [dates[0], dates.at(-1)];
      const days = new Map(store.itemShares.between(first, last).map(day => [day.date, day.msByItem]));
      this.put(dates.map(date => [date, days.get(date) ?? NOTHING]));
      await this.ports.yieldTurn();
      if (!this.isCurrent(store)) return;
    }
    for (const { seal } of sealed) this.seal = Math.max(this.seal, seal);
  }

  private async readOpen({ store, calendar }: Readable): Promise<void> {
    for (const day of this.openDays({ store, calendar })) {
      await this.ports.yieldTurn();
      if (!this.isCurrent(store)) return;
      const rules = this.ports.rules();
      const { slice } = store.slice(day.start, day.end, rules.idleAfterMs);
      const computed = computeDays(slice, calendar, rules).find(({ date }) => date === day.date);
      this.put([[day.date, activeBy(computed?.pieces ?? [], itemOf)]]);
    }
  }

  /** The days before today that are not sealed yet, or that a late row may have changed since. */
  private openDays({ store, calendar }: Readable): LocalDay[] {
    const today = calendar.dayAt(this.ports.clock.now());
    const days = store.itemShares.dirtyDays();
    const from = store.itemShares.sealedUntil() ?? store.firstTime();
    for (let at = from; at !== null && at < today.start; at = days.at(-1)?.end ?? null) {
      days.push(calendar.dayAt(at));
    }
    return days.slice(-MOST_OPEN_DAYS);
  }

  private put(days: readonly (readonly [date: string, msByItem: ReadonlyMap<string, number>])[]): void {
    // Today is known better.
    const past = days.filter(([date]) => date !== this.todayDate);
    const changed = past.flatMap(([date, msByItem]) => this.sums.set(date, msByItem));
    if (changed.length > 0) this.changed.fire(changed);
  }

  private isCurrent(store: Readable['store']): boolean {
    return !this.isDisposed && this.keeper.readable?.store === store;
  }
}

const NOTHING: ReadonlyMap<string, number> = new Map();
