import type { Clock } from '../base/clock.ts';
import { countInterruptions, type Interruptions } from '../core/focus/interruptions.ts';
import type { Session } from '../core/focus/session.ts';
import { switchTimes } from '../core/stats/computeDays.ts';
import type { DayRules } from '../core/stats/day.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export const NO_INTERRUPTIONS: Interruptions = { own: 0, outer: 0 };

/** Counts what interrupted a session, and remembers it for the last one asked about. */
export class InterruptionCount {
  private readonly keeper: RecordKeeper;
  private readonly clock: Clock;
  private readonly rules: () => DayRules;
  private known: { readonly id: number; readonly interruptions: Interruptions } | null = null;

  constructor(keeper: RecordKeeper, clock: Clock, rules: () => DayRules) {
    this.keeper = keeper;
    this.clock = clock;
    this.rules = rules;
  }

  /** To be called when the record, the session or a rule has changed. */
  forget(): void {
    this.known = null;
  }

  /** Of an open session until now. Throws a `StoreError`. */
  of(session: Session): Interruptions {
    if (this.known?.id !== session.id) this.known = { id: session.id, interruptions: this.count(session) };
    return this.known.interruptions;
  }

  private count({ startedAt, endedAt }: Session): Interruptions {
    const { readable } = this.keeper;
    if (!readable) return NO_INTERRUPTIONS;
    const range = { start: startedAt, end: endedAt ?? this.clock.now() };
    const rules = this.rules();
    const { slice } = readable.store.slice(range.start, range.end, rules.idleAfterMs);
    const facts = readable.store.factsBetween(range.start, range.end);
    return countInterruptions(range, facts, switchTimes(slice, rules));
  }
}
