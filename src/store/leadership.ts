import type { Connection, Statement } from './connection.ts';
import type { LeaderLock } from './leaderLock.ts';

const NAME = 'leader';

/** Which of several windows leads: the one that holds the lock and stands in the record as its holder. */
export class Leadership {
  private readonly connection: Connection;
  private readonly lock: LeaderLock;
  private readonly selectHolder: Statement<[holder: string]>;
  private readonly upsert: Statement;
  private isTold = false;

  constructor(connection: Connection, lock: LeaderLock) {
    this.connection = connection;
    this.lock = lock;
    this.selectHolder = connection.statement('SELECT holder FROM lease WHERE name = ?');
    this.upsert = connection.statement(
      `INSERT INTO lease (name, holder, since) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, since = excluded.since`,
    );
  }

  /**
   * Takes the lead unless another window has it; answers whether this one leads now. `now` in epoch milliseconds.
   * Throws a `StoreError`; a `StoreBusy` only says to try again.
   */
  tryTake(holder: string, now: number): boolean {
    if (!this.lock.tryTake()) return false;
    if (!this.isTold) this.tell(holder, now);
    return true;
  }

  /** Runs `work` in one transaction if `holder` leads in it; answers whether it did. Throws `StoreBusy`, and what `work` throws. */
  during(holder: string, work: () => void): boolean {
    if (!this.lock.isHeld) return false;
    return this.connection.immediate(() => {
      if (this.holder() !== holder) return false;
      work();
      return true;
    });
  }

  /** Who said last that it leads; it may be gone. null: nobody ever did. */
  holder(): string | null {
    return this.selectHolder.get(NAME)?.[0] ?? null;
  }

  /** Never throws. */
  release(): void {
    this.isTold = false;
    this.lock.release();
  }

  private tell(holder: string, now: number): void {
    this.connection.immediate(() => {
      this.upsert.run(NAME, holder, Math.round(now));
    });
    this.isTold = true;
  }
}
