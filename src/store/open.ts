import { Connection } from './connection.ts';
import { toStoreError } from './errors.ts';
import { prepareFile, restrictFiles } from './file.ts';
import { configure, settleJournal } from './journal.ts';
import { connectLock, LEADER_SUFFIX, LeaderLock } from './leaderLock.ts';
import { migrate } from './migrate.ts';
import { loadSqlite } from './sqlite.ts';
import { Store } from './store.ts';

export interface StoreOptions {
  /** Told of rows that cannot be understood and are left out. */
  readonly onWarning?: (message: string) => void;
}

/**
 * Opens the database, creating or migrating it where needed. `path` may be `:memory:`.
 *
 * Waits up to five seconds for another window. Rejects with a `StoreError`; the file is untouched where it is not ours,
 * damaged, or of a newer version.
 */
export async function openStore(
  path: string,
  { onWarning = () => undefined }: StoreOptions = {},
): Promise<Store> {
  const { DatabaseSync } = await loadSqlite();
  const connect = (file: string) => new Connection(new DatabaseSync(file));
  let connection: Connection | undefined;
  try {
    if (path !== MEMORY) prepareFile(path);
    connection = connect(path);
    configure(connection);
    await migrate(connection);
    settleJournal(connection);
    if (path !== MEMORY) restrictFiles(path);
    const lockFile = path === MEMORY ? MEMORY : path + LEADER_SUFFIX;
    return new Store(connection, new LeaderLock(() => connectLock(lockFile, connect)), onWarning);
  } catch (error) {
    connection?.close();
    throw toStoreError(error);
  }
}

/** Rejects with `noSqlite` where this editor cannot keep a record at all. */
export async function checkSqlite(): Promise<void> {
  await loadSqlite();
}

const MEMORY = ':memory:';
