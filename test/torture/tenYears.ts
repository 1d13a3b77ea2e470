import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from '../../src/store/backup.ts';
import { checkFile } from '../../src/store/check.ts';
import { ExportSource } from '../../src/store/exportSource.ts';
import { openRepaired } from '../../src/store/openRepaired.ts';
import { openStore } from '../../src/store/open.ts';
import { csvOf } from '../../src/transfer/exportCsv.ts';
import { makeYear, makeYears } from '../../src/cli/bench/database.ts';
import { figure, type Measured } from '../../src/cli/bench/figures.ts';
import { FRAME_MS, withStalls, yieldTurn } from '../../src/cli/bench/stalls.ts';
import { DAY_MS, YEAR_START } from '../../src/cli/bench/workday.ts';
import { makeNoise } from './harm.ts';
import type { Ordeal } from './ordeal.ts';

/** What is done to a record of many years, and for how long everything else stands still meanwhile. */
export const tortureYears: Ordeal = async (folder, { years }) => {
  if (years === 0) return [];
  const home = join(folder, 'years');
  mkdirSync(home);
  const path = join(home, 'andon.sqlite');
  await makeYear(join(folder, 'year.sqlite'));
  await makeYears(path, join(folder, 'year.sqlite'), years);
  const figures: Measured[] = [];
  const measure = async (what: string, work: () => Promise<unknown>) => {
    const { ms, stallMs } = await withStalls(work);
    figures.push(figure(`${years} years: ${what}`, ms, 'ms', null));
    figures.push(figure(`${years} years: ${what}, longest stall`, stallMs, 'ms', FRAME_MS));
  };
  const store = await openStore(path);
  // What this machine's other work costs, to compare with.
  await measure('do nothing', () => new Promise(resolve => setTimeout(resolve, 2_000)));
  await measure('look through the file', () => checkFile(path));
  await measure('back up', () => backUp(path, '2026-11-23', () => true));
  await measure('write spans as CSV', () => readAll(path));
  await measure('forget a day', () => {
    const start = YEAR_START + 100 * DAY_MS;
    return store.forget({ start, end: start + DAY_MS });
  });
  await measure('forget a project', () => store.forget({ project: 'warehouse' }));
  await measure('remove all but the last year', () => store.tidy(YEAR_START));
  store.close();
  const harmed = join(folder, 'harmed', 'andon.sqlite');
  mkdirSync(join(folder, 'harmed'));
  copyFileSync(join(home, 'backups', 'andon-2026-11-23.sqlite'), harmed);
  for (let page = 2_000; page < 12_000; page += 1_000) makeNoise(harmed, page);
  await measure('mend ten broken pages', () => mend(harmed));
  return figures;
};

async function readAll(path: string): Promise<void> {
  const source = await ExportSource.open(path);
  for (const piece of csvOf(source.spans())) {
    if (piece.text === '') break;
    await yieldTurn();
  }
  source.close();
}

async function mend(path: string): Promise<void> {
  const options = { isDamaged: true, now: () => Date.now(), yieldTurn };
  const quiet = { onRepair: () => undefined, onDamage: () => undefined };
  (await openRepaired(path, { ...options, ...quiet })).close();
}
