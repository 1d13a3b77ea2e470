import type { Fact, FactOf } from '../core/activity/facts.ts';
import type { Connection, Statement } from './connection.ts';
import type { Counter } from './counter.ts';
import type { Names } from './dictionary.ts';
import { PLACE_COLUMNS, placeRow, toPlace, type Numbered, type PlaceRow } from './places.ts';
import type { Touched } from './touched.ts';

/** Longer ones have an index of their own, as `migrations/001` says. */
const LONG_SUSPEND_MS = 86_400_000;

type SuspendRow = readonly [...PlaceRow, id: number, since: number];

const COLUMNS = `${PLACE_COLUMNS}, id, since`;

/** Rows of the table `suspend`: times in which the machine slept. */
export class SuspendTable {
  private readonly names: Names;
  private readonly counter: Counter;
  private readonly count: Statement<[rows: number]>;
  private readonly insert: Statement;
  private readonly selectAt: Statement<SuspendRow>;
  private readonly selectDuring: Statement<SuspendRow>;

  constructor(connection: Connection, names: Names, counter: Counter) {
    this.names = names;
    this.counter = counter;
    this.count = connection.statement(
      `SELECT count(*) FROM suspend
       WHERE at = ? AND window = ? AND project = ? AND branch = ? AND file = ? AND since = ?`,
    );
    this.insert = connection.statement(
      `INSERT INTO suspend (${PLACE_COLUMNS}, since, id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.selectAt = connection.statement(`SELECT ${COLUMNS} FROM suspend WHERE at >= ? AND at < ?`);
    this.selectDuring = connection.statement(
      `SELECT ${COLUMNS} FROM suspend WHERE at >= ?1 AND at <= ?2 + ${LONG_SUSPEND_MS} AND since <= ?2
       UNION ALL SELECT ${COLUMNS} FROM suspend
       WHERE at - since >= ${LONG_SUSPEND_MS} AND at > ?2 + ${LONG_SUSPEND_MS} AND since <= ?2`,
    );
  }

  /** As `EventTable.write`. */
  write(fact: FactOf<'suspend'>, occurrence: number, touched: Touched): void {
    const row = [...placeRow(this.names, fact), fact.since];
    const known = this.count.get(...row)?.[0] ?? 0;
    if (known >= occurrence) return;
    touched.add({ start: fact.since, end: fact.at });
    this.insert.run(...row, this.counter.fact());
  }

  /** Those that were noticed in `[from, to)`. */
  noticedBetween(from: number, to: number): Numbered<Fact>[] {
    return this.toFacts(this.selectAt.all(from, to));
  }

  /** Those that have an instant in common with `[from, to]`. */
  during(from: number, to: number): Numbered<Fact>[] {
    return this.toFacts(this.selectDuring.all(from, to));
  }

  private toFacts(rows: readonly SuspendRow[]): Numbered<Fact>[] {
    return rows.map(([at, window, project, branch, file, id, since]) => ({
      id,
      fact: { ...toPlace(this.names, [at, window, project, branch, file]), kind: 'suspend', since },
    }));
  }
}
