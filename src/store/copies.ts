import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { backupsAmong } from '../core/record/backups.ts';
import { COMPANIONS } from './file.ts';

/** How many damaged files are kept at most: they are of use to whoever looks for the cause. */
const KEPT_ASIDE = 3;

/** The folder of the backups, beside the record. */
export function backupFolder(path: string): string {
  return join(dirname(path), 'backups');
}

/** Where a damaged record is mended, beside it. While the folder is there, one window is at it. */
export function repairFolder(path: string): string {
  return join(dirname(path), 'repair');
}

/** The names of all backups, newest first. */
export function backupNames(path: string): string[] {
  return backupsAmong(namesIn(backupFolder(path)));
}

/** The name, free so far, for a damaged record that is set aside at `time` (epoch milliseconds): "andon-damaged-20260302-120000.sqlite". */
export function nameForAside(path: string, time: number): string {
  const stamp = new Date(time).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const stem = `${asidePrefix(path)}${stamp}`;
  const taken = new Set(namesIn(dirname(path)));
  for (let count = 1; ; count++) {
    const name = `${stem}${count === 1 ? '' : `-${count}`}${extname(path)}`;
    if (!taken.has(name)) return name;
  }
}

/** Removes the oldest of the damaged records that were set aside, when there are too many. */
export function pruneAside(path: string): void {
  const mains = asideNames(path)
    .filter(name => name.endsWith(extname(path)))
    .sort();
  for (const name of mains.slice(0, -KEPT_ASIDE)) {
    for (const suffix of ['', ...COMPANIONS]) remove(join(dirname(path), name + suffix));
  }
}

/**
 * Removes everything else that holds rows of the record: backups, also one that is being made, damaged records that were set
 * aside, and what mending left. Answers the files that are still there, which other windows hold open where the system does not
 * let them be removed then.
 */
export function eraseCopies(path: string): string[] {
  // A backup that is being made gets its name at its end: what had two names in turn is found the second time.
  for (let round = 0; round < 2; round++) {
    for (const copy of copiesOf(path)) remove(copy);
  }
  return copiesOf(path).filter(existsSync);
}

function copiesOf(path: string): string[] {
  const folder = dirname(path);
  return [
    ...asideNames(path).map(name => join(folder, name)),
    ...[backupFolder(path), repairFolder(path)].filter(existsSync),
  ];
}

function asideNames(path: string): string[] {
  return namesIn(dirname(path)).filter(name => name.startsWith(asidePrefix(path)));
}

function asidePrefix(path: string): string {
  return `${basename(path, extname(path))}-damaged-`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Told by its still being there.
  }
}
