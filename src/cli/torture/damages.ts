import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeRepair, type Repair } from '../../core/record/repair.ts';
import { backUp } from '../../store/backup.ts';
import { backupFolder } from '../../store/copies.ts';
import { StoreError } from '../../store/errors.ts';
import { openRepaired } from '../../store/openRepaired.ts';
import { openStore } from '../../store/open.ts';
import { figure, type Measured } from '../bench/figures.ts';
import { DAY_MS, workday, workdays, YEAR_START } from '../bench/workday.ts';
import { damage, DAMAGES, type DamageName } from './harm.ts';
import type { Ordeal } from './ordeal.ts';

/** Five kinds of damage to a record, with a backup from the middle of it and without. */
export const tortureDamages: Ordeal = async (folder, { damagedDays }) => {
  const home = join(folder, 'damages');
  const path = join(home, 'andon.sqlite');
  mkdirSync(home);
  await fill(path, damagedDays);
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

async function fill(path: string, days: number): Promise<void> {
  const store = await openStore(path);
  const dates = workdays().slice(0, days);
  for (const [i, day] of dates.entries()) {
    store.write(workday(day));
    const date = new Date(YEAR_START + day * DAY_MS).toISOString().slice(0, 10);
    if (i === Math.floor(days / 2)) await backUp(path, date, () => true);
  }
  store.close();
}

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
    figure(
      `${what}: at most missing`,
      repair.lostMs === null ? Number.NaN : repair.lostMs / 60_000,
      'min',
      null,
    ),
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

function countRows(path: string): number {
  const database = new DatabaseSync(path);
  const counts = ['span', 'event', 'away', 'suspend', 'tally', 'session', 'task'].map(table =>
    Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']),
  );
  database.close();
  return counts.reduce((sum, count) => sum + count, 0);
}
