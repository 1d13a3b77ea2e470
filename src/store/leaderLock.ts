import { chmodSync } from 'node:fs';
import type { Connection } from './connection.ts';
import { StoreBusy, toStoreError } from './errors.ts';

/** Beside the record; always empty. */
export const LEADER_SUFFIX = '-leader';

/**
 * A lock that one process at a time holds. The system takes it back when that process ends, however it ends: there is nothing to
 * renew, and no clock in it that could be wrong.
 *
 * It is the write lock of an empty database, as SQLite locks files rightly on every system.
 */
export class LeaderLock {
  private readonly connect: () => Connection;
  private connection: Connection | null = null;
  private held = false;

  /** `connect` opens the file, making it where there is none. */
  constructor(connect: () => Connection) {
    this.connect = connect;
  }

  get isHeld(): boolean {
    return this.held;
  }

  /** Takes it unless somebody else has it; answers whether it is held now. Throws a `StoreError` where the file cannot be used. */
  tryTake(): boolean {
    if (this.held) return true;
    try {
      this.connection ??= this.connect();
      this.connection.exec('BEGIN IMMEDIATE');
      this.held = true;
    } catch (error) {
      const told = toStoreError(error);
      if (!(told instanceof StoreBusy)) throw told;
    }
    return this.held;
  }

  /** Never throws. */
  release(): void {
    this.held = false;
    this.connection?.close();
    this.connection = null;
  }
}

/** What `LeaderLock` needs of a file. `open` opens a database. */
export function connectLock(path: string, open: (path: string) => Connection): Connection {
  const connection = open(path);
  // Nothing is ever written, and no journal is to lie beside it.
  connection.exec('PRAGMA journal_mode = MEMORY');
  try {
    // Not opened for that: a file that a process closes loses the process's locks.
    chmodSync(path, 0o600);
  } catch {
    // A file system without rights, or a file in memory.
  }
  return connection;
}
