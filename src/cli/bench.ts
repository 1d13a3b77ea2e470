import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../store/open.ts';
import { benchBacktest } from './bench/backtesting.ts';
import { benchCold } from './bench/cold.ts';
import { makeYear, makeYears } from './bench/database.ts';
import type { Measured } from './bench/figures.ts';
import { isMissed } from './bench/figures.ts';
import { benchFlush } from './bench/flush.ts';
import type { Databases } from './bench/places.ts';
import { printFigures } from './bench/print.ts';
import { benchQueue } from './bench/queue.ts';
import { benchRecompute } from './bench/recompute.ts';
import { benchRecording } from './bench/recording.ts';
import { benchReplay } from './bench/replaying.ts';
import { sealYears } from './bench/sealAll.ts';
import { benchSize } from './bench/size.ts';
import { benchStats } from './bench/stats.ts';
import { benchViews } from './bench/views.ts';
import { benchWriters } from './bench/writers.ts';
import { runCli, UsageError } from './runCli.ts';

const USAGE = `Usage: npm run -s bench -- [--json] [--check] [--years N]

Measures what the record costs on a database of N years (default: 10), made up for it.

  --json     prints { name: { value, unit, budget } }
  --check    exits with 1 where a ratio is missed; times and sizes are advice, since they depend on the machine
  --years N  1 to 20`;

/** In order of what depends on what: sizes before anything is written, recomputing last. */
const BENCHES: readonly ((databases: Databases) => Measured[] | Promise<Measured[]>)[] = [
  benchRecording,
  benchSize,
  benchCold,
  benchViews,
  benchStats,
  benchFlush,
  benchQueue,
  benchBacktest,
  benchRecompute,
  benchWriters,
  benchReplay,
];

await runCli(USAGE, main);

async function main(): Promise<void> {
  const { json, check, years } = readArguments();
  const folder = mkdtempSync(join(tmpdir(), 'andon-bench-'));
  try {
    const databases = await makeDatabases(folder, years);
    const figures: Measured[] = [];
    for (const bench of BENCHES) figures.push(...(await bench(databases)));
    printFigures(figures, json);
    if (check && figures.some(figure => figure.isRatio && isMissed(figure))) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeDatabases(folder: string, count: number): Promise<Databases> {
  const year = join(folder, 'year.sqlite');
  const years = join(folder, 'years.sqlite');
  await makeYear(year);
  await makeYears(years, year, count);
  for (const [path, sealed] of [
    [year, 1],
    [years, count],
  ] as const) {
    const store = await openStore(path);
    sealYears(store, sealed, 5 * 60_000);
    store.checkpoint();
    store.close();
  }
  return { folder, year, years, count };
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      years: { type: 'string', default: '10' },
    },
  });
  const years = Number(values.years);
  if (!Number.isInteger(years) || years < 1 || years > 20) {
    throw new UsageError('--years takes a number from 1 to 20.');
  }
  return { ...values, years };
}
