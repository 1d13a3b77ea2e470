import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { kindOfFile, type FileKind, type FileLook } from '../core/record/damage.ts';
import { backupNames } from './copies.ts';
import { APPLICATION_ID_AT, HEADER_BYTES, MAGIC, USER_VERSION_AT } from './file.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './migrate.ts';

/** These words stand in the first page or soon after in every file of ours, and in no other program's. */
const OUR_WORDS = 'VIEW named_times AS';
/** The schema is written first, at the file's beginning; migrations may add to it later. Bytes. */
const SEARCHED = 1024 * 1024;

/** Says what kind of file lies where the record belongs, without opening it as a database. Throws the file system's errors. */
export function kindOf(path: string): FileKind {
  return kindOfFile(lookAt(path));
}

function lookAt(path: string): FileLook {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const start = Buffer.alloc(Math.min(size, SEARCHED));
    readSync(file, start, 0, start.length, 0);
    return {
      size,
      header: headerIn(start.subarray(0, HEADER_BYTES)),
      hasOurWords: start.includes(OUR_WORDS),
      hasTraces: backupNames(path).length > 0 || hasLog(path),
    };
  } finally {
    closeSync(file);
  }
}

function headerIn(header: Buffer): FileLook['header'] {
  if (header.every(byte => byte === 0)) return 'blank';
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return 'unknown';
  if (header.length < HEADER_BYTES) return 'blank';
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) return 'another';
  return header.readUInt32BE(USER_VERSION_AT) > SCHEMA_VERSION ? 'newer' : 'ours';
}

function hasLog(path: string): boolean {
  const log = `${path}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}
