import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from './errors.ts';
import { LEADER_SUFFIX } from './leaderLock.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './migrate.ts';

/** Beside the database itself: what SQLite keeps next to it, and the lock of the window that leads. */
export const COMPANIONS = ['-wal', '-shm', '-journal', LEADER_SUFFIX] as const;

/**
 * Makes the file for the user alone, before SQLite can make it for everybody, and its folder where there is none. A file that
 * is not ours, or of a newer version, is told from its header, so that SQLite never touches it.
 * Throws `StoreError`: `damaged`, `notOurs`, `newerSchema`; and the file system's own errors.
 */
export function prepareFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a+', 0o600);
  try {
    // With a journal beside it the header may be half written; SQLite knows better then.
    if (!existsSync(`${path}-journal`)) checkHeader(file);
  } finally {
    closeSync(file);
  }
}

/** For a file that came from elsewhere with wider rights; also for companions that SQLite made meanwhile. */
export function restrictFiles(path: string): void {
  for (const each of [path, ...COMPANIONS.map(suffix => path + suffix)]) {
    try {
      chmodSync(each, 0o600);
    } catch {
      // Not there, or a file system without rights.
    }
  }
}

/**
 * Removes the database and everything that is kept beside it. Answers the files that are still there, which other windows hold
 * open where the system does not let them be removed then.
 */
export function eraseFiles(path: string): string[] {
  return [path, ...COMPANIONS.map(suffix => path + suffix)].filter(each => {
    try {
      rmSync(each, { force: true });
    } catch {
      // Told by its still being there.
    }
    return existsSync(each);
  });
}

export const MAGIC = 'SQLite format 3\0';
export const HEADER_BYTES = 100;
export const USER_VERSION_AT = 60;
export const APPLICATION_ID_AT = 68;

/** The header as sqlite.org/fileformat.html has it. The application id is there before the first row of ours is. */
function checkHeader(file: number): void {
  const header = Buffer.alloc(HEADER_BYTES);
  const length = readSync(file, header, 0, HEADER_BYTES, 0);
  if (length === 0) return;
  if (length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new StoreError('damaged');
  }
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw new StoreError('notOurs');
  if (header.readUInt32BE(USER_VERSION_AT) > SCHEMA_VERSION) throw new StoreError('newerSchema');
}
