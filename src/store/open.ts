import { Connection } from './connection.ts';
import { toStoreError } from './errors.ts';
import { prepareFile, restrictFiles } from './file.ts';
import { configure, settleJournal } from './journal.ts';
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
  let connection: Connection | undefined;
  try {
    if (path !== MEMORY) prepareFile(path);
    connection = new Connection(new DatabaseSync(path));
    configure(connection);
    migrate(connection);
    settleJournal(connection);
    if (path !== MEMORY) restrictFiles(path);
    return new Store(connection, onWarning);
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
