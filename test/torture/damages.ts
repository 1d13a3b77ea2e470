import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeRepair, type Repair } from '../../src/core/record/repair.ts';
import { backupFolder } from '../../src/store/copies.ts';
import { StoreError } from '../../src/store/errors.ts';
import { openRepaired } from '../../src/store/openRepaired.ts';
import { figure, type Measured } from '../../src/cli/bench/figures.ts';
import { damage, DAMAGES, type DamageName } from './harm.ts';
import type { Ordeal } from './ordeal.ts';
import { countRows, writeRecord } from './wholeRecord.ts';

/** Five kinds of damage to a record, with a backup from the middle of it and without. */
export const tortureDamages: Ordeal = async (folder, { damagedDays }) => {
  const home = join(folder, 'damages');
  const path = join(home, 'andon.sqlite');
  mkdirSync(home);
  await writeRecord(path, damagedDays);
  const rows = countRows(path);
  const figures = [figure('damaged record', rows, 'rows', null)];
  for (const name of Object.keys(DAMAGES) as DamageName[]) {
    for (const hasBackup of [false, true]) {
      const place = join(folder, `${name}-${hasBackup ? 'with' : 'without'}`);
      mkdirSync(place);
      copyFileSync(path, join(place, 'andon.sqlite'));
      if (hasBackup)
        cpSync(backupFolder(path), backupFolder(join(place, 'andon.sqlite')), { recursive: true });
      figures.push(...(await suffer(join(place, 'andon.sqlite'), name, hasBackup)));
    }
  }
  return figures;
};

async function suffer(path: string, name: DamageName, hasBackup: boolean): Promise<Measured[]> {
  const lastWritten = lastTimeIn(path) / 1000;
  damage(path, name);
  utimesSync(path, lastWritten, lastWritten);
  const harmed = readFileSync(path);
  const began = performance.now();
  const { repair, error } = await reopen(path, name === 'noiseInside');
  const ms = performance.now() - began;
  const what = `${name}, ${hasBackup ? 'a backup' : 'no backup'}`;
  if (name === 'foreignFile') {
    const isTouched = !existsSync(path) || !readFileSync(path).equals(harmed);
    return [
      figure(`${what}: refused with words`, error instanceof StoreError ? 0 : 1, 'failures', 0),
      figure(`${what}: touched`, isTouched ? 1 : 0, 'times', 0),
    ];
  }
  // An empty file without any trace of a record is a new one: there is nothing to tell.
  if (!repair) return [figure(`${what}: opened as new`, error === undefined ? 0 : 1, 'failures', 0)];
  console.error(`${what}: ${describeRepair(repair)}`);
  const stated = repair.salvagedRows + repair.backupRows;
  return [
    figure(`${what}: rows from the file`, repair.salvagedRows, 'rows', null),
    figure(`${what}: rows from the backup`, repair.backupRows, 'rows', null),
    // Where no backup says how long it was recorded, all before is missing, however long that was.
    ...(repair.lostMs === null
      ? []
      : [figure(`${what}: at most missing`, repair.lostMs / 60_000, 'min', null)]),
    figure(`${what}: stated otherwise than there are`, Math.abs(stated - countRows(path)), 'rows', 0),
    figure(`${what}: mended in`, ms, 'ms', null),
  ];
}

async function reopen(path: string, isDamaged: boolean): Promise<{ repair?: Repair; error?: unknown }> {
  let repair: Repair | undefined;
  try {
    const store = await openRepaired(path, {
      isDamaged,
      now: () => Date.now(),
      yieldTurn: () => new Promise(resolve => setImmediate(resolve)),
      onRepair: done => {
        repair = done;
      },
      onDamage: () => undefined,
    });
    // It can be written.
    store.setMeta('torture', 'over');
    store.close();
    return repair ? { repair } : {};
  } catch (error) {
    return { error };
  }
}

/** When a window would have written last, epoch milliseconds. */
function lastTimeIn(path: string): number {
  const database = new DatabaseSync(path);
  const end = database.prepare('SELECT max(start + ms) AS end FROM span').get()?.['end'];
  database.close();
  return Number(end);
}
