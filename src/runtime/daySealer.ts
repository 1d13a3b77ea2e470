import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import type { Calendar, LocalDay } from '../core/activity/calendar.ts';
import { addDays } from '../core/queue/plainDate.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import type { DayRules } from '../core/stats/day.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { missingDays, soundSeals } from './pastDays.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface DaySealerPorts {
  readonly clock: Clock;
  readonly rules: () => DayRules;
  /** One window does it for all. */
  readonly isLeading: () => boolean;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}

const CHECK_MS = 60_000;
/** Late rows make a sealed day dirty: so often it is looked for those. */
const DIRTY_CHECK_MS = 600_000;

/** Rolls past days up, one at a time, so that long ranges are read in milliseconds. */
export class DaySealer implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: DaySealerPorts;
  private readonly disposables = new DisposableStore();
  /** For which day, rule and state of forgetting, and when, everything was last found sealed. */
  private settled: { readonly key: string; readonly at: number } | null = null;
  private isSealing = false;
  private isDisposed = false;

  constructor(keeper: RecordKeeper, ports: DaySealerPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.disposables.add(
      ports.clock.every(CHECK_MS, () => {
        void this.sealPast();
      }),
    );
    // Days that lost some of their rows have lost their sums.
    this.disposables.add(
      keeper.onDidForget(() => {
        void this.sealPast();
      }),
    );
  }

  /** Seals every day before today that is not, or that a late row or another idle rule has changed. */
  async sealPast(): Promise<void> {
    const { readable } = this.keeper;
    const { clock, rules, isLeading, onFailure } = this.ports;
    if (!readable || this.isSealing || !isLeading()) return;
    const now = clock.now();
    const today = readable.calendar.dayAt(now);
    const key = [today.date, rules().idleAfterMs, readable.store.generation()].join(' ');
    if (this.settled?.key === key && now - this.settled.at < DIRTY_CHECK_MS) return;
    this.isSealing = true;
    try {
      await this.sealAll(readable, today);
      this.settled = { key, at: now };
    } catch (error) {
      // Another window was writing: the next check goes on where this one stopped.
      if (!(error instanceof StoreError && error.code === 'busy')) {
        onFailure('Past days could not be rolled up; they are read from the record instead.', error);
      }
    } finally {
      this.isSealing = false;
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  private async sealAll(record: { store: Store; calendar: Calendar }, today: LocalDay): Promise<void> {
    const { store, calendar } = record;
    for (const day of unsealedDays(store, calendar, today, this.ports.rules())) {
      await this.ports.yieldTurn();
      // The record may have been erased meanwhile, another window have the lead, and the rule be changed.
      if (this.isDisposed || this.keeper.readable?.store !== store || !this.ports.isLeading()) return;
      const rules = this.ports.rules();
      store.sealDay(day, rules, slice =>
        computeDays(slice, calendar, rules).find(({ date }) => date === day.date),
      );
    }
  }
}

/** The days before `today`, from the record's first, that have no rollup to rely on; found one by one, as they are asked for. */
export function* unsealedDays(
  store: Store,
  calendar: Calendar,
  today: LocalDay,
  rules: DayRules,
): Generator<LocalDay> {
  const first = store.firstTime();
  if (first === null) return;
  const range = { from: calendar.dayAt(first).date, to: addDays(today.date, -1) };
  const sealed = new Set(soundSeals(store, range, rules).map(({ date }) => date));
  yield* missingDays({ store, calendar }, range, sealed);
}
