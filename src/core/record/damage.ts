/** What can be seen of a file that cannot be opened as the record, without opening it. */
export interface FileLook {
  /** Bytes. */
  readonly size: number;
  /**
   * What its first hundred bytes say. `ours`: a database that Andon marked; `another`: a database without that mark;
   * `newer`: of a newer version of Andon; `blank`: nothing but zeros, or too little to tell; `unknown`: anything else.
   */
  readonly header: 'ours' | 'another' | 'newer' | 'blank' | 'unknown';
  /** The words of Andon's own schema stand in it. */
  readonly hasOurWords: boolean;
  /** Backups of Andon's or a write-ahead log lie beside it: there was a record. */
  readonly hasTraces: boolean;
}

/**
 * - `foreign`: not Andon's, or not for this version: it is left as it is.
 * - `new`: an empty file that no record was in.
 * - `emptied`: an empty file where a record was.
 * - `headless`: a record whose first bytes are gone.
 * - `broken`: a record, and if there is damage, it is inside.
 */
export type FileKind = 'foreign' | 'new' | 'emptied' | 'headless' | 'broken';

/** What is in doubt counts as foreign: nothing is done to a file that may be somebody else's. */
export function kindOfFile({ size, header, hasOurWords, hasTraces }: FileLook): FileKind {
  if (size === 0) return hasTraces ? 'emptied' : 'new';
  switch (header) {
    case 'ours':
      return 'broken';
    case 'another':
    case 'newer':
      return 'foreign';
    case 'blank':
      return hasOurWords || hasTraces ? 'headless' : 'foreign';
    case 'unknown':
      return hasOurWords ? 'headless' : 'foreign';
  }
}

/** What a record is mended from: first the file itself, where there is something in it, then what it lacks from backups. */
export interface RepairPlan {
  readonly readsFile: boolean;
  /** Names, newest first: an older one is of use only where a newer one cannot be read. */
  readonly backups: readonly string[];
}

/** null: nothing is to be done to such a file. */
export function planRepair(kind: FileKind, backups: readonly string[]): RepairPlan | null {
  if (kind === 'foreign' || kind === 'new') return null;
  return { readsFile: kind !== 'emptied', backups };
}
