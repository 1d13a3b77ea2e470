import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { DayRules } from '../core/stats/day.ts';
import type { ReadableRecord } from './pastDays.ts';
import { PastWeeksReader, type PastWeeks } from './pastWeeks.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface PastWeeksPorts {
  readonly rules: () => DayRules;
  /** The local day, an ISO date. */
  readonly today: () => string;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}

interface Known {
  readonly weeks: PastWeeks;
  /** Some of it came from rows, which any later row may add to. */
  readonly isFromRows: boolean;
  /** The state of the record that it was read from. */
  readonly state: string;
}

/** So many days are computed from rows at once, rather than in turns: yesterday, until it is sealed. */
const AT_ONCE = 1;
/** This week, and the ones that were looked at last. */
const KEPT = 4;

/** Keeps past weeks at hand until the record of them changes. */
export class PastWeeksCache implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: PastWeeksPorts;
  private readonly disposables = new DisposableStore();
  private readonly loaded = this.disposables.add(new Emitter<void>());
  /** By Monday, the one asked for last at the end. */
  private readonly known = new Map<string, Known>();
  private readonly loading = new Map<string, Promise<PastWeeks | null>>();
  /** Counts what was written while this window was open. */
  private writes = 0;

  /** Weeks that could not be told at once are known by now. */
  readonly onDidLoad = this.loaded.event;

  constructor(keeper: RecordKeeper, ports: PastWeeksPorts) {
    this.keeper = keeper;
    this.ports = ports;
    const count = () => {
      this.writes++;
    };
    this.disposables.add(keeper.onDidCommit(count));
    this.disposables.add(keeper.onDidChangeRecord(count));
    this.disposables.add(
      keeper.onDidChangeState(() => {
        if (!keeper.readable) this.known.clear();
      }),
    );
  }

  /**
   * What is known at once. Where several days must be computed first, that begins, and what was known before is answered; null:
   * nothing was, or there is no record.
   */
  now(monday: string): PastWeeks | null {
    const { readable } = this.keeper;
    if (!readable) return null;
    const known = this.fresh(monday);
    if (known) return known;
    const reader = this.read(readable, monday);
    if (reader.left > AT_ONCE) {
      this.loadBehind(monday);
      return this.known.get(monday)?.weeks ?? null;
    }
    if (reader.left > 0) reader.computeNext();
    return this.keep(reader, this.stateOf(readable, reader.isFromRows));
  }

  /** All of it; null: there is no record. Rejects with a `StoreError`. */
  async whole(monday: string): Promise<PastWeeks | null> {
    return this.keeper.readable && (this.fresh(monday) ?? (await this.load(monday)));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private fresh(monday: string): PastWeeks | null {
    const { readable } = this.keeper;
    const known = this.known.get(monday);
    if (!readable || !known) return null;
    return known.state === this.stateOf(readable, known.isFromRows) ? known.weeks : null;
  }

  private stateOf({ store }: ReadableRecord, isFromRows: boolean): string {
    const { today, rules } = this.ports;
    const state = [today(), rules().idleAfterMs, store.sealsVersion()];
    return [...state, isFromRows ? this.writes : ''].join(' / ');
  }

  private read(record: ReadableRecord, monday: string): PastWeeksReader {
    return new PastWeeksReader(record, monday, this.ports.today(), this.ports.rules());
  }

  private loadBehind(monday: string): void {
    this.load(monday).then(
      weeks => {
        if (weeks) this.loaded.fire();
      },
      (error: unknown) => {
        this.ports.onFailure('Past weeks could not be read from the record.', error);
      },
    );
  }

  /** One at a time for each week. */
  private load(monday: string): Promise<PastWeeks | null> {
    let loading = this.loading.get(monday);
    if (!loading) {
      loading = this.loadInTurns(monday).finally(() => this.loading.delete(monday));
      this.loading.set(monday, loading);
    }
    return loading;
  }

  private async loadInTurns(monday: string): Promise<PastWeeks | null> {
    const { readable } = this.keeper;
    if (!readable) return null;
    const reader = this.read(readable, monday);
    const state = this.stateOf(readable, reader.isFromRows);
    while (reader.left > 0) {
      await this.ports.yieldTurn();
      // The record may have been erased meanwhile.
      if (this.keeper.readable?.store !== readable.store) return null;
      reader.computeNext();
    }
    return this.keep(reader, state);
  }

  private keep(reader: PastWeeksReader, state: string): PastWeeks {
    const { monday, isFromRows } = reader;
    const weeks = reader.finish();
    this.known.delete(monday);
    this.known.set(monday, { weeks, isFromRows, state });
    for (const old of this.known.keys()) if (this.known.size > KEPT) this.known.delete(old);
    return weeks;
  }
}
