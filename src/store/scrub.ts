import type { Connection } from './connection.ts';
import { StoreBusy } from './errors.ts';

/** How often, and after how many milliseconds each, is tried again what another window is in the way of: two seconds in all. */
const TRIES = 40;
const PAUSE_MS = 50;

/**
 * Deletes every row that says anything, in one transaction, and lets other connections know.
 * Rejects with `StoreBusy` where another window wrote all the time.
 */
export async function deleteContent(connection: Connection): Promise<void> {
  const isDone = await untilFree(() => {
    connection.immediate(() => {
      deleteRows(connection);
    });
    return true;
  });
  if (!isDone) throw new StoreBusy();
}

/**
 * Rewrites the file without what was deleted and empties the log, so that no byte of it is left. Answers false where another
 * connection kept the log in use all the time.
 */
export function wipeFreePages(connection: Connection): Promise<boolean> {
  return untilFree(() => {
    connection.exec('VACUUM');
    return connection.value('PRAGMA wal_checkpoint(TRUNCATE)') === 0;
  });
}

function deleteRows(connection: Connection): void {
  const tables = connection
    .statement<[name: string]>(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('activity', 'counter')`,
    )
    .all();
  for (const [name] of tables) connection.exec(`DELETE FROM "${name}"`);
  // Numbers are not given out anew: another window may still hold some of the old ones.
  connection.exec('UPDATE counter SET generation = generation + 1');
}

/** Repeats `work` until it answers true; what is busy counts as false. */
async function untilFree(work: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      if (work()) return true;
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
  return false;
}
