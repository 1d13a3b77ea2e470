import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  promises,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { planRepair, type FileKind } from '../core/record/damage.ts';
import { mostLost, type Repair } from '../core/record/repair.ts';
import { checkFile } from './check.ts';
import { backupFolder, backupNames, nameForAside, pruneAside, repairFolder } from './copies.ts';
import { copyDamaged, pageBytesOf, versionSaidBy } from './damagedCopy.ts';
import { StoreBusy, StoreError } from './errors.ts';
import { restrictFiles } from './file.ts';
import { kindOf } from './look.ts';
import { MendedRecord } from './mended.ts';
import { openStore } from './open.ts';
import { loadSqlite } from './sqlite.ts';

export interface RepairPorts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
}

/** A window that mends says so at every turn; one that has said nothing for so long is gone. Milliseconds. */
const STALE_MS = 60_000;
/** Another window that is just making the file has written to it within this time. */
const MAKING_MS = 2_000;

/**
 * Mends a damaged record: saves what can be read of it, fills in from backups what cannot, puts that in its place and sets the
 * damaged file aside. Answers null where nothing was done: the file is not Andon's, or it is not damaged, or not any more.
 *
 * Takes seconds at ten years, in turns. Rejects with `StoreBusy` where another window is at it, and with a `StoreError` where it
 * cannot be done; then all is as it was.
 */
export async function repair(path: string, ports: RepairPorts): Promise<Repair | null> {
  const lastKnown = lastWritten(path);
  const folder = repairFolder(path);
  claim(folder, ports.now());
  try {
    const kind = await damageOf(path);
    if (kind === null) return null;
    return await mend(path, folder, kind, lastKnown, {
      ...ports,
      yieldTurn: () => {
        touch(folder, ports.now());
        return ports.yieldTurn();
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** null: there is none, or none that is ours to mend. */
async function damageOf(path: string): Promise<FileKind | null> {
  const kind = kindOf(path);
  if (kind === 'foreign' || kind === 'new') return null;
  if (kind === 'emptied') {
    await new Promise(resolve => setTimeout(resolve, MAKING_MS));
    return kindOf(path) === 'emptied' ? kind : null;
  }
  if (kind === 'headless') return kind;
  try {
    await checkFile(path);
    return null;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return kind;
    throw error;
  }
}

async function mend(
  path: string,
  folder: string,
  kind: FileKind,
  lastKnown: number,
  { now, yieldTurn }: RepairPorts,
): Promise<Repair | null> {
  const plan = planRepair(kind, backupNames(path));
  if (!plan) return null;
  const mendedPath = join(folder, 'mended.sqlite');
  const mended = await MendedRecord.create(mendedPath, versionSaidBy(path, kind), yieldTurn);
  try {
    const salvagedRows = plan.readsFile ? await takeDamaged(mended, path, folder, kind) : 0;
    await mended.update();
    const inFile = mended.missingTime;
    const { backedUpUntil, ...backedUp } = await takeBackups(mended, path, folder, plan.backups);
    const lostMs = mostLost({ inFile, inBackups: mended.missingTime, backedUpUntil, lastKnown });
    await mended.finish();
    return {
      wasEmpty: kind === 'emptied',
      setAside: swap(path, mendedPath, now()),
      salvagedRows,
      ...backedUp,
      lostMs,
    };
  } finally {
    mended.close();
  }
}

async function takeDamaged(
  mended: MendedRecord,
  path: string,
  folder: string,
  kind: FileKind,
): Promise<number> {
  const copy = join(folder, 'damaged.sqlite');
  await copyDamaged(path, copy, kind);
  const rows = await takeFrom(mended, copy);
  return mended.isWhole ? rows : rows + (await mended.takePages(copy, pageBytesOf(copy)));
}

/** What backups have of what is missing. */
async function takeBackups(mended: MendedRecord, path: string, folder: string, names: readonly string[]) {
  const taken = { backup: null as string | null, backupRows: 0, backedUpUntil: -Infinity };
  for (const name of names) {
    if (mended.isWhole) break;
    const copy = join(folder, name);
    await promises.copyFile(join(backupFolder(path), name), copy);
    const end = await endOf(copy);
    if (end === null) continue;
    taken.backupRows += await takeFrom(mended, copy);
    taken.backup ??= name;
    taken.backedUpUntil = Math.max(taken.backedUpUntil, end);
  }
  return taken;
}

async function takeFrom(mended: MendedRecord, path: string): Promise<number> {
  const { DatabaseSync } = await loadSqlite();
  const source = new DatabaseSync(path);
  try {
    return await mended.take(source);
  } finally {
    source.close();
  }
}

/** Brings a copy of a backup to the schema of now and answers when its last span began; null: it is of no use. */
async function endOf(backup: string): Promise<number | null> {
  const { DatabaseSync } = await loadSqlite();
  try {
    (await openStore(backup)).close();
    const database = new DatabaseSync(backup);
    const end = database.prepare('SELECT max(start) AS start FROM span').get()?.['start'];
    database.close();
    return typeof end === 'number' ? end : -Infinity;
  } catch {
    return null;
  }
}

/**
 * Puts the mended record in the place of the damaged one, which is kept under another name. Wherever it is cut off, either the
 * damaged record or the mended one is in its place. Answers the new name of the damaged one.
 */
function swap(path: string, mended: string, time: number): string {
  const name = nameForAside(path, time);
  const aside = join(dirname(path), name);
  sync(mended);
  restrictFiles(mended);
  // First the log: the mended record must never be beside a log that is not its own.
  for (const suffix of ['-wal', '-journal']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  rmSync(`${path}-shm`, { force: true });
  try {
    linkSync(path, aside);
  } catch {
    // A file system without links.
    renameSync(path, aside);
  }
  renameSync(mended, path);
  pruneAside(path);
  return name;
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function claim(folder: string, now: number): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (Math.abs(now - statSync(folder).mtimeMs) < STALE_MS) throw new StoreBusy({ cause: error });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
  }
}

function touch(folder: string, now: number): void {
  utimesSync(folder, now / 1000, now / 1000);
}

function lastWritten(path: string): number {
  const times = [path, `${path}-wal`].filter(existsSync).map(each => statSync(each).mtimeMs);
  return Math.max(-Infinity, ...times);
}
