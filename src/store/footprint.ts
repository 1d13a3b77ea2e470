import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asideNames, backupFolder, backupNames } from './copies.ts';
import { COMPANIONS } from './file.ts';

/** Files of a kind on disk. */
export interface Files {
  readonly count: number;
  readonly bytes: number;
}

/** What a record takes on disk. */
export interface Footprint {
  /** The file with its log. */
  readonly bytes: number;
  readonly backups: Files;
  /** Damaged records that were set aside. */
  readonly setAside: Files;
}

export function footprint(path: string): Footprint {
  const folder = dirname(path);
  const backups = backupNames(path);
  const aside = asideNames(path);
  return {
    bytes: sizeOf([path, ...COMPANIONS.map(suffix => path + suffix)]),
    backups: { count: backups.length, bytes: sizeOf(filesIn(backupFolder(path))) },
    setAside: {
      count: aside.filter(name => !COMPANIONS.some(suffix => name.endsWith(suffix))).length,
      bytes: sizeOf(aside.map(name => join(folder, name))),
    },
  };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map(name => join(folder, name));
  } catch {
    return [];
  }
}

/** What is not there, or not any more, takes no room. */
function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}
