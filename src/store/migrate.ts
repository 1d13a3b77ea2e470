import type { Connection } from './connection.ts';
import { StoreError } from './errors.ts';

/** How many migrations there are. Apart from them, since most starts need none. */
export const SCHEMA_VERSION = 7;
/** Marks the file as Andon's own: "Andn" in ASCII. */
export const APPLICATION_ID = 0x416e646e;

/**
 * Brings the schema up to date, each step in a transaction of its own. Several windows may do so at once: what another has
 * done meanwhile is skipped. `version`: a schema of the past, for what is to be compared with it. Rejects with a `StoreError`:
 * `newerSchema`, `notOurs` or whatever SQLite says.
 */
export async function migrate(connection: Connection, version = SCHEMA_VERSION): Promise<void> {
  if (checkedVersion(connection) === SCHEMA_VERSION) return;
  const { MIGRATIONS } = await import('./migrations/all.ts');
  MIGRATIONS.slice(0, version).forEach((sql, done) => {
    if (checkedVersion(connection) > done) return;
    connection.immediate(() => {
      if (checkedVersion(connection) > done) return;
      connection.exec(sql);
      connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${done + 1}`);
    });
  });
  checkedVersion(connection);
}

function checkedVersion(connection: Connection): number {
  const applicationId = connection.value('PRAGMA application_id');
  const version = Number(connection.value('PRAGMA user_version'));
  const isEmpty = connection.value('SELECT count(*) FROM sqlite_schema') === 0;
  if (applicationId !== APPLICATION_ID && !(applicationId === 0 && version === 0 && isEmpty)) {
    throw new StoreError('notOurs');
  }
  if (version > SCHEMA_VERSION) throw new StoreError('newerSchema');
  return version;
}
