import type { Connection } from './connection.ts';
import { StoreBusy } from './errors.ts';

/** Opening may wait this long for another window, which may be creating or migrating the file. Milliseconds. */
export const OPENING_WAIT_MS = 5_000;
/** Writing may not: a wait of the editing path is a frozen editor, and the next flush brings what this one could not. */
const WRITING_WAIT_MS = 0;
/** After a checkpoint a longer log than this is cut off. Bytes. */
const JOURNAL_SIZE_LIMIT = 8 * 1024 * 1024;

/** What holds for every connection, before anything is read. */
export function configure(connection: Connection): void {
  connection.exec(`
    PRAGMA busy_timeout = ${OPENING_WAIT_MS};
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA journal_size_limit = ${JOURNAL_SIZE_LIMIT};
  `);
}

/**
 * Chooses the journal: a write-ahead log where that works, else a truncated rollback journal. Network and foreign mounts may
 * accept the log and fail at the first write, so one write is tried. Throws what the last try threw.
 */
export function settleJournal(connection: Connection): void {
  if (!canUseLog(connection)) setJournal(connection, 'TRUNCATE');
  // Automatic checkpoints would cost single flushes some ten milliseconds: `Store.checkpoint` runs when nobody types.
  connection.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = ${WRITING_WAIT_MS}`);
}

function canUseLog(connection: Connection): boolean {
  try {
    const chosen = setJournal(connection, 'WAL');
    return chosen === 'wal' || chosen === 'memory';
  } catch (error) {
    if (error instanceof StoreBusy) throw error;
    return false;
  }
}

/** Answers the mode that SQLite has chosen. */
function setJournal(connection: Connection, mode: 'WAL' | 'TRUNCATE'): unknown {
  const chosen = connection.value(`PRAGMA journal_mode = ${mode}`);
  // NORMAL loses no commit to a killed process, and with a write-ahead log it cannot damage the file.
  connection.exec('PRAGMA synchronous = NORMAL');
  // The value must change: SQLite skips a write that would not.
  connection.immediate(() => {
    connection.exec('UPDATE counter SET opened = opened + 1');
  });
  return chosen;
}
