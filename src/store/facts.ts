import type { Fact } from '../core/activity/facts.ts';
import { itemChanges } from '../core/activity/runs.ts';
import { AwayTable } from './aways.ts';
import type { Connection } from './connection.ts';
import type { Counter } from './counter.ts';
import type { Names } from './dictionary.ts';
import { EventTable } from './events.ts';
import { inOrder, type Numbered } from './places.ts';
import { SuspendTable } from './suspends.ts';
import type { Touched } from './touched.ts';

/** All tables of facts; their rows share one series of numbers. */
export class FactTables {
  readonly events: EventTable;
  readonly aways: AwayTable;
  readonly suspends: SuspendTable;

  constructor(connection: Connection, names: Names, counter: Counter, warn: (message: string) => void) {
    this.events = new EventTable(connection, names, counter, warn);
    this.aways = new AwayTable(connection, names, counter, warn);
    this.suspends = new SuspendTable(connection, names, counter);
  }

  /**
   * Writes those that are not there yet. Facts have no number before they are written: equal ones count as the same, except
   * for as many as one call brings, so that the same call again adds none.
   */
  write(facts: readonly Fact[], touched: Touched): void {
    const occurrences = new Map<string, number>();
    for (const fact of facts) {
      const key = JSON.stringify(fact);
      const occurrence = (occurrences.get(key) ?? 0) + 1;
      occurrences.set(key, occurrence);
      if (fact.kind === 'away') this.aways.write(fact, occurrence, touched);
      else if (fact.kind === 'suspend') this.suspends.write(fact, occurrence, touched);
      else this.events.write(fact, occurrence, touched);
    }
  }

  /** The item that is current at `now`; null: none. */
  currentItem(now: number): string | null {
    const facts = inOrder(this.events.queueFor(now, now + 1)).filter(fact => fact.kind === 'queue');
    return itemChanges(facts).at(-1)?.item ?? null;
  }

  /** Of every kind, said in `[from, to)`; in the order of time, then of writing. */
  between(from: number, to: number): Fact[] {
    return this.withNames(from, to, this.aways.saidBetween(from, to));
  }

  /** As `between`, without names of times away that were taken back or that gave way to another one, and without the taking back. */
  standingBetween(from: number, to: number): Fact[] {
    return this.withNames(from, to, this.aways.standingBetween(from, to));
  }

  private withNames(from: number, to: number, names: readonly Numbered<Fact>[]): Fact[] {
    return inOrder([...this.events.between(from, to), ...names, ...this.suspends.noticedBetween(from, to)]);
  }
}
