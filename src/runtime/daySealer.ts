import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
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
  /** For which day, rule, corrections and state of forgetting, and when, everything was last found sealed. */
  private settled: { readonly key: string; readonly corrections: number; readonly at: number } | null = null;
  private sealing: Promise<void> | null = null;
  private isDisposed = false;
  private readonly sealed = this.disposables.add(new Emitter<string>());

  /** A day, an ISO date, has just been sealed. */
  readonly onDidSeal = this.sealed.event;

  constructor(keeper: RecordKeeper, ports: DaySealerPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.disposables.add(
      ports.clock.every(CHECK_MS, () => {
        void this.sealPast();
      }),
    );
    this.disposables.add(
      keeper.onDidChangeRecord(() => {
        if (this.settled !== null && this.corrections() !== this.settled.corrections) void this.sealPast();
      }),
    );
    // Days that lost some of their rows have lost their sums.
    this.disposables.add(
      keeper.onDidForget(() => {
        void this.sealPast();
      }),
    );
  }

  /** Seals every day before today that is not, or that a late row, a correction or another idle rule has changed. */
  async sealPast(): Promise<void> {
    const state = this.state();
    if (!this.sealing && (!state || !this.isDue(state))) return;
    this.sealing ??= this.sealUntilSettled().finally(() => {
      this.sealing = null;
    });
    await this.sealing;
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  /** Changes with every correction, by any window: what it made dirty is waited for. */
  private corrections(): number {
    return this.keeper.readable?.store.corrections.version() ?? 0;
  }

  private async sealUntilSettled(): Promise<void> {
    const { clock, onFailure } = this.ports;
    try {
      for (let state = this.state(); state && this.isDue(state); state = this.state()) {
        if (!(await this.sealAll(state.readable, state.today))) return;
        this.settled = { ...state, at: clock.now() };
      }
    } catch (error) {
      // Another window was writing: the next check goes on where this one stopped.
      if (!(error instanceof StoreError && error.code === 'busy')) {
        onFailure('Past days could not be rolled up; they are read from the record instead.', error);
      }
    }
  }

  /** What the rollups are to be of; null: nothing is to be done here. */
  private state() {
    const { readable } = this.keeper;
    const { clock, rules, isLeading } = this.ports;
    if (this.isDisposed || !readable || !isLeading()) return null;
    const today = readable.calendar.dayAt(clock.now());
    const corrections = this.corrections();
    const key = [today.date, rules().idleAfterMs, corrections, readable.store.generation()].join(' ');
    return { readable, today, corrections, key };
  }

  private isDue({ key }: { readonly key: string }): boolean {
    return this.settled?.key !== key || this.ports.clock.now() - this.settled.at >= DIRTY_CHECK_MS;
  }

  /** Answers whether all could be sealed. */
  private async sealAll(record: { store: Store; calendar: Calendar }, today: LocalDay): Promise<boolean> {
    const { store, calendar } = record;
    for (const day of unsealedDays(store, calendar, today, this.ports.rules())) {
      await this.ports.yieldTurn();
      // The record may have been erased meanwhile, another window have the lead, and the rule be changed.
      if (this.isDisposed || this.keeper.readable?.store !== store || !this.ports.isLeading()) return false;
      const rules = this.ports.rules();
      store.sealDay(day, rules, slice =>
        computeDays(slice, calendar, rules).find(({ date }) => date === day.date),
      );
      this.sealed.fire(day.date);
    }
    return true;
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
