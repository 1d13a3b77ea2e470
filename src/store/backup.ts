import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupName, surplusBackups } from '../core/record/backups.ts';
import { checkFile } from './check.ts';
import { backupFolder, backupNames } from './copies.ts';
import { toStoreError } from './errors.ts';
import { COMPANIONS } from './file.ts';
import { existingFile, loadSqlite } from './sqlite.ts';

/** Pages copied between two turns of everything else: one megabyte, some milliseconds. */
const PAGES_PER_TURN = 256;
/** One that is unfinished for longer belongs to a window that is gone. Milliseconds. */
const STALE_MS = 3_600_000;

/**
 * Makes the backup of a day (ISO date) and removes those that are surplus by then. It holds the record at one instant, whatever
 * is written meanwhile, and is checked before it gets its name.
 *
 * `isWanted` is asked again and again: where it says no, since the record was erased or a part of it forgotten, nothing is
 * left. Answers whether there is a backup; false also where another window is making one. Rejects with a `StoreError`:
 * `damaged` says that the record itself is.
 */
export async function backUp(path: string, date: string, isWanted: () => boolean): Promise<boolean> {
  const folder = backupFolder(path);
  const finished = join(folder, backupName(date));
  const unfinished = `${finished}.part`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!claim(unfinished)) return false;
    try {
      await copy(path, unfinished, isWanted);
      await checkCopy(unfinished);
      // From here to the new name nothing else has its turn.
      if (!isWanted()) return false;
      renameSync(unfinished, finished);
    } finally {
      for (const suffix of ['', ...COMPANIONS]) rmSync(unfinished + suffix, { force: true });
    }
    for (const name of surplusBackups(backupNames(path))) rmSync(join(folder, name), { force: true });
    return true;
  } catch (error) {
    // Whatever is in the way of a backup that is not wanted is in nobody's way.
    if (error === UNWANTED || !isWanted()) return false;
    throw toStoreError(error);
  }
}

const UNWANTED = new Error('The backup is not wanted any more.');

/** Makes the file for the user alone. Answers false where another window is at it. */
function claim(unfinished: string): boolean {
  try {
    closeSync(openSync(unfinished, 'wx', 0o600));
    return true;
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  if (Date.now() - statSync(unfinished).mtimeMs < STALE_MS) return false;
  rmSync(unfinished);
  return claim(unfinished);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

async function copy(path: string, to: string, isWanted: () => boolean): Promise<void> {
  const { DatabaseSync, backup } = await loadSqlite();
  const source = new DatabaseSync(existingFile(path));
  try {
    // Reading one state all the time: without this, every write of a window would make the copy begin again.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await backup(source, to, {
      rate: PAGES_PER_TURN,
      progress: () => {
        if (!isWanted()) throw UNWANTED;
      },
    });
  } finally {
    source.close();
  }
}

/** A backup is one file, whole, and on disk. */
async function checkCopy(file: string): Promise<void> {
  await checkFile(file, ['PRAGMA journal_mode = DELETE']);
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
