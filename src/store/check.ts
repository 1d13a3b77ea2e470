import { existsSync } from 'node:fs';
import { StoreError } from './errors.ts';
import { existingFile, loadSqlite } from './sqlite.ts';
import { inThread } from './thread.ts';

/** Enough to say what is wrong; a broken file can have thousands. */
const MOST_PROBLEMS = 5;

/**
 * Whether the windows that last had the file open ended without closing it: killed, or with the machine. SQLite removes its log
 * at the last regular end; one that lies there while nobody else has the file open was left behind. To be asked before the
 * file is opened. Never rejects.
 */
export async function endedUncleanly(path: string): Promise<boolean> {
  if (!existsSync(`${path}-wal`) && !existsSync(`${path}-journal`)) return false;
  try {
    const { DatabaseSync } = await loadSqlite();
    const probe = new DatabaseSync(existingFile(path));
    try {
      // This lock is given only where no other connection is open; it fails at once where one is.
      probe.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK');
      return true;
    } finally {
      probe.close();
    }
  } catch {
    // Another window has it open, or it is damaged so that opening it will say so.
    return false;
  }
}

/**
 * Looks through the whole file in a thread of its own; `first` is done before. Rejects with `damaged`, or with why it could not
 * be looked at.
 */
export async function checkFile(path: string, first: readonly string[] = []): Promise<void> {
  const steps = [...first, `PRAGMA quick_check(${MOST_PROBLEMS})`].map(sql => ({ sql }));
  const { rows } = await inThread({ path, steps });
  const problems = rows.map(row => String(row['quick_check'])).filter(problem => problem !== 'ok');
  if (problems.length > 0) throw new StoreError('damaged', { cause: new Error(problems.join('; ')) });
}
