/**
 * Why the store could not do what it was asked.
 *
 * - `noSqlite`: this editor has no `node:sqlite`.
 * - `readOnly`: the folder or the file cannot be written.
 * - `full`: the disk is full.
 * - `newerSchema`: a newer version of Andon wrote the file.
 * - `notOurs`: the file is another program's database.
 * - `damaged`: the file is no database, or a broken one.
 * - `busy`: another window was writing; nothing was written, try again.
 * - `forgotten`: another window erased (a part of) the record since; nothing was written. Drop what is held and go on.
 */
export type StoreErrorCode =
  'noSqlite' | 'readOnly' | 'full' | 'newerSchema' | 'notOurs' | 'damaged' | 'busy' | 'forgotten' | 'other';

/** What happened and what to do next, in plain words for the user; `cause` has the technical side. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
  readonly code: StoreErrorCode;
  /** What the user can do next. */
  readonly remedy: string;

  constructor(code: StoreErrorCode, options?: ErrorOptions) {
    super(WORDS[code].what, options);
    this.code = code;
    this.remedy = WORDS[code].remedy;
  }
}

/** Another window was writing. Nothing was written; the same call may simply be made again a little later. */
export class StoreBusy extends StoreError {
  override readonly name = 'StoreBusy';

  constructor(options?: ErrorOptions) {
    super('busy', options);
  }
}

const WORDS: { readonly [C in StoreErrorCode]: { readonly what: string; readonly remedy: string } } = {
  noSqlite: {
    what: 'This editor comes without SQLite, where the record would be kept.',
    remedy: 'Use a current version of Visual Studio Code. Nothing is recorded until then.',
  },
  readOnly: {
    what: 'The folder for the record cannot be written.',
    remedy: 'Make the folder writable for you, then reload the window.',
  },
  full: {
    what: 'The disk is full, so the record cannot be written.',
    remedy: 'Free some space; recording goes on by itself.',
  },
  newerSchema: {
    what: 'The record was written by a newer version of Andon.',
    remedy: 'Update Andon and reload the window. The record was left as it is.',
  },
  notOurs: {
    what: 'The file where the record belongs is the database of another program.',
    remedy: 'Move that file away, then reload the window. It was left as it is.',
  },
  damaged: {
    what: 'The file of the record is damaged or is no database.',
    remedy: 'Move that file away or put a backup in its place, then reload the window. It was left as it is.',
  },
  busy: {
    what: 'Another window is writing the record.',
    remedy: 'Nothing is lost; it is tried again by itself.',
  },
  forgotten: {
    what: 'The record was erased from another window.',
    remedy: 'Nothing needs to be done.',
  },
  other: {
    what: 'The record could not be read or written.',
    remedy: 'Reload the window; if it happens again, look into the log.',
  },
};

/** Turns what SQLite or the file system threw into a `StoreError`; errors of other origin come back as they are. */
export function toStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof StoreError) return error;
  if (error.code === 'ERR_SQLITE_ERROR') {
    const code = codeOfSqlite('errcode' in error ? Number(error.errcode) : 0);
    return code === 'busy' ? new StoreBusy({ cause: error }) : new StoreError(code, { cause: error });
  }
  const code = CODE_OF_ERRNO[String(error.code)];
  return code ? new StoreError(code, { cause: error }) : error;
}

/** A quota or a limit on the size of files comes as this. */
const IOERR_WRITE = 778;

/** By SQLite's primary result code (sqlite.org/rescode.html), which is the lowest byte of the extended one. */
function codeOfSqlite(errcode: number): StoreErrorCode {
  if (errcode === IOERR_WRITE) return 'full';
  switch (errcode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return 'busy';
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
      return 'readOnly';
    case 13: // SQLITE_FULL
      return 'full';
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return 'damaged';
    default:
      return 'other';
  }
}

const CODE_OF_ERRNO: { readonly [errno: string]: StoreErrorCode | undefined } = {
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EROFS: 'readOnly',
  ENOTDIR: 'readOnly',
  EEXIST: 'readOnly',
  EISDIR: 'readOnly',
  ENOENT: 'readOnly',
  ENOSPC: 'full',
  EDQUOT: 'full',
};
