import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { LocalDay } from '../core/activity/calendar.ts';
import { zoneCalendar } from '../core/activity/calendar.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import type { Day, DayRules } from '../core/stats/day.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface DayKeeperPorts {
  readonly clock: Clock;
  readonly zone: () => string;
  readonly rules: () => DayRules;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** How often it is asked whether a new day has begun. */
const MIDNIGHT_CHECK_MS = 30_000;

/** Knows today's numbers, and seals the days before it. */
export class DayKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: DayKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private known: { readonly local: LocalDay; readonly day: Day | undefined } | null = null;
  private date: string | null = null;

  /** Today's numbers may have changed. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: DayKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.disposables.add(
      keeper.onDidChangeRecord(() => {
        this.forget();
      }),
    );
    this.disposables.add(
      keeper.onDidCommit(() => {
        this.forget();
      }),
    );
    this.disposables.add(
      keeper.onDidChangeState(() => {
        this.forget();
      }),
    );
    this.disposables.add(
      ports.clock.every(MIDNIGHT_CHECK_MS, () => {
        if (this.localToday().date !== this.date) this.forget();
      }),
    );
  }

  /** Today, and what is recorded of it; undefined: nothing yet. */
  today(): { readonly local: LocalDay; readonly day: Day | undefined } {
    return (this.known ??= this.compute());
  }

  /** To be called when a setting that numbers depend on has changed. */
  forget(): void {
    this.known = null;
    this.changed.fire();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private compute() {
    const local = this.localToday();
    if (local.date !== this.date) this.date = local.date;
    return { local, day: this.dayOf(local) };
  }

  private localToday(): LocalDay {
    const calendar = this.keeper.readable?.calendar ?? zoneCalendar(this.ports.zone());
    return calendar.dayAt(this.ports.clock.now());
  }

  private dayOf(local: LocalDay): Day | undefined {
    const { readable } = this.keeper;
    if (!readable) return undefined;
    try {
      const rules = this.ports.rules();
      const { slice } = readable.store.slice(local.start, local.end, rules.idleAfterMs);
      return computeDays(slice, readable.calendar, rules).find(day => day.date === local.date);
    } catch (error) {
      this.ports.onFailure('Today could not be read from the record.', error);
      return undefined;
    }
  }
}
