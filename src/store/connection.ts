import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { toStoreError } from './errors.ts';

/** An SQL statement, prepared at its first use. `Row` names the columns it answers, in order. */
export class Statement<Row extends readonly unknown[] = readonly []> {
  private readonly database: DatabaseSync;
  private readonly sql: string;
  private prepared: StatementSync | undefined;

  constructor(database: DatabaseSync, sql: string) {
    this.database = database;
    this.sql = sql;
  }

  run(...values: SQLInputValue[]): void {
    mapped(() => this.prepare().run(...values));
  }

  get(...values: SQLInputValue[]): Row | undefined {
    return mapped(() => this.prepare().get(...values)) as unknown as Row | undefined;
  }

  all(...values: SQLInputValue[]): Row[] {
    return mapped(() => this.prepare().all(...values)) as unknown as Row[];
  }

  /** Reads row by row, so that a reader may stop early. */
  iterate(...values: SQLInputValue[]): Iterable<Row> {
    return this.prepare().iterate(...values) as unknown as Iterable<Row>;
  }

  private prepare(): StatementSync {
    if (!this.prepared) {
      this.prepared = this.database.prepare(this.sql);
      // STRICT tables vouch for the types of rows; arrays are the cheapest shape to read thousands of them in.
      this.prepared.setReturnArrays(true);
    }
    return this.prepared;
  }
}

/** What SQLite throws comes out as a `StoreError`. */
function mapped<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error);
  }
}

/** One connection to the database, and its transactions. */
export class Connection {
  private readonly database: DatabaseSync;
  private readonly onSettled: ((isCommitted: boolean) => void)[] = [];
  private isInTransaction = false;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  statement<Row extends readonly unknown[] = readonly []>(sql: string): Statement<Row> {
    return new Statement<Row>(this.database, sql);
  }

  exec(sql: string): void {
    mapped(() => {
      this.database.exec(sql);
    });
  }

  /** For what may as well be done another time. Never throws. */
  tryExec(sql: string): boolean {
    try {
      this.database.exec(sql);
      return true;
    } catch {
      return false;
    }
  }

  /** The file that it is connected to; null: a database in memory. */
  path(): string | null {
    return this.database.location();
  }

  /** Asks for one value, as a PRAGMA answers it. */
  value(sql: string): unknown {
    return this.statement<[unknown]>(sql).get()?.[0];
  }

  /** Calls back after every writing transaction, so that nothing of a rolled-back one is remembered. */
  whenSettled(listener: (isCommitted: boolean) => void): void {
    this.onSettled.push(listener);
  }

  /**
   * Runs `work` in one transaction that holds the write lock from its start: all of it or nothing.
   * IMMEDIATE, since a deferred one that turns to writing starves where several windows write.
   * Throws `StoreBusy` where another connection writes, `StoreError` for what else SQLite says, and what `work` throws.
   */
  immediate<T>(work: () => T): T {
    return this.transact('BEGIN IMMEDIATE', work, isCommitted => {
      for (const listener of this.onSettled) listener(isCommitted);
    });
  }

  /** Runs `work` on one unchanging state of the database; inside a writing transaction, on that one's. */
  reading<T>(work: () => T): T {
    return this.isInTransaction ? work() : this.transact('BEGIN', work);
  }

  /** Never throws. */
  close(): void {
    try {
      this.database.close();
    } catch {
      // Closed already. Closing is the last thing done to a store: nobody is left to tell.
    }
  }

  private transact<T>(begin: string, work: () => T, settled?: (isCommitted: boolean) => void): T {
    this.exec(begin);
    this.isInTransaction = true;
    let isCommitted = false;
    try {
      const result = work();
      this.database.exec('COMMIT');
      isCommitted = true;
      return result;
    } catch (error) {
      this.rollBack();
      throw toStoreError(error);
    } finally {
      this.isInTransaction = false;
      settled?.(isCommitted);
    }
  }

  private rollBack(): void {
    try {
      this.database.exec('ROLLBACK');
    } catch {
      // SQLite rolls back by itself where it cannot go on (disk full, I/O error); then there is nothing to roll back.
    }
  }
}
