import type * as Sqlite from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { StoreError } from './errors.ts';

/**
 * Loaded when it is needed: forks of the editor may lack it, and then the rest of the extension still runs.
 * Rejects with `noSqlite`.
 */
export async function loadSqlite(): Promise<typeof Sqlite> {
  try {
    return await import('node:sqlite');
  } catch (error) {
    throw new StoreError('noSqlite', { cause: error });
  }
}

/** The address by which SQLite opens a file that is there, and makes none. */
export function existingFile(path: string): URL {
  const url = pathToFileURL(path);
  url.searchParams.set('mode', 'rw');
  return url;
}
