import {
  closeSync,
  constants,
  openSync,
  promises,
  readSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import type { FileKind } from '../core/record/damage.ts';
import { HEADER_BYTES, MAGIC, USER_VERSION_AT, APPLICATION_ID_AT } from './file.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './migrate.ts';

/** SQLite's own page size, which no file of ours has ever differed from. Bytes. */
const PAGE_BYTES = 4096;
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;

/**
 * Copies a damaged record, with its log, so that as much as possible of it can be read: with a header where it lost its own, and
 * with as many pages as its header speaks of. The record itself stays as it was found.
 */
export async function copyDamaged(path: string, to: string, kind: FileKind): Promise<void> {
  await promises.copyFile(path, to, constants.COPYFILE_FICLONE);
  for (const suffix of ['-wal', '-journal']) {
    try {
      await promises.copyFile(path + suffix, to + suffix, constants.COPYFILE_FICLONE);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  if (kind === 'headless') giveHeader(to);
  else fillUp(to);
}

/** The schema that a file says it has; the newest where it says none that there is. */
export function versionSaidBy(path: string, kind: FileKind): number {
  if (kind !== 'broken') return SCHEMA_VERSION;
  const version = readHeader(path).readUInt32BE(USER_VERSION_AT);
  return version >= 1 && version <= SCHEMA_VERSION ? version : SCHEMA_VERSION;
}

/** By sqlite.org/fileformat.html, section 1.3. */
function giveHeader(path: string): void {
  const pages = Math.max(1, Math.floor(statSync(path).size / PAGE_BYTES));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 'latin1');
  header.writeUInt16BE(PAGE_BYTES, PAGE_SIZE_AT);
  // Written and read by way of a log or without; bytes reserved; the fractions of payload, which are constants.
  header.set([2, 2, 0, 64, 32, 32], 18);
  // The change counter, and below the one that the number of pages was valid for.
  header.writeUInt32BE(1, 24);
  header.writeUInt32BE(pages, PAGE_COUNT_AT);
  header.writeUInt32BE(1, 40);
  header.writeUInt32BE(4, 44);
  header.writeUInt32BE(1, 56);
  header.writeUInt32BE(SCHEMA_VERSION, USER_VERSION_AT);
  header.writeUInt32BE(APPLICATION_ID, APPLICATION_ID_AT);
  header.writeUInt32BE(1, 92);
  const file = openSync(path, 'r+');
  writeSync(file, header, 0, HEADER_BYTES, 0);
  closeSync(file);
}

/** Pages that were cut off come back as empty ones, which cannot be read; without them SQLite reads nothing at all. */
function fillUp(path: string): void {
  const size = pageBytesOf(path) * readHeader(path).readUInt32BE(PAGE_COUNT_AT);
  const has = statSync(path).size;
  // What the header says may be nonsense itself.
  if (size > has && size < 1000 * (has + PAGE_BYTES)) truncateSync(path, size);
}

/** The size of the pages of such a copy. */
export function pageBytesOf(path: string): number {
  const said = readHeader(path).readUInt16BE(PAGE_SIZE_AT);
  // By the format 1 stands for 65,536, and what is no power of two is nonsense.
  if (said === 1) return 65_536;
  return said >= 512 && (said & (said - 1)) === 0 ? said : PAGE_BYTES;
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  readSync(file, header, 0, HEADER_BYTES, 0);
  closeSync(file);
  return header;
}
