import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../store/open.ts';
import { figure, median, quantile, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { editCost } from './recording.ts';
import type { WriterReport } from './writerChild.ts';

const WINDOWS = 3;
const FLUSHES_PER_SECOND = 50;
const FLUSHES = 200;
const KILLS = 10;

/** Three windows that write at once, into a new record and into a big one, and windows that are killed while they write. */
export async function benchWriters({ folder, years, count }: Databases): Promise<Measured[]> {
  return [
    ...(await benchConcurrent(join(folder, 'windows.sqlite'), 'three windows')),
    ...(await benchConcurrent(years, `three windows, ${count} years`)),
    ...(await benchKills(join(folder, 'kills.sqlite'))),
  ];
}

async function benchConcurrent(path: string, what: string): Promise<Measured[]> {
  (await openStore(path)).close();
  const writing = Promise.all(
    Array.from({ length: WINDOWS }, async (_, window) => {
      const child = startWriter(path, `writer ${window}`, FLUSHES_PER_SECOND, FLUSHES);
      const [report] = (await once(child, 'message')) as [WriterReport];
      return report;
    }),
  );
  const edit = await editCostDuring(writing);
  const reports = await writing;
  const times = reports.flatMap(report => report.flushMs);
  const told = reports.flatMap(report => report.ids);
  return [
    figure(`${what}: errors`, sum(reports.map(report => report.errors)), 'errors', 0),
    figure(`${what}: lost`, lostOf(told, path), 'spans', 0),
    figure(`${what}: tried again`, sum(reports.map(report => report.busy)), 'flushes', null),
    figure(`${what}: flush p50`, median(times), 'ms', null),
    figure(`${what}: flush p99`, quantile(times, 0.99), 'ms', 0.5),
    figure(`${what}: an edit event, recorded meanwhile`, edit, 'µs', 0.5),
  ];
}

/** What an edit costs in another window until these have written, in microseconds: the median of many tries. */
async function editCostDuring(writing: Promise<unknown>): Promise<number> {
  const end = new AbortController();
  void writing.finally(() => {
    end.abort();
  });
  const cost = editCost();
  const tries: number[] = [];
  while (!end.signal.aborted) {
    tries.push(cost());
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return median(tries);
}

async function benchKills(path: string): Promise<Measured[]> {
  const told: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const child = startWriter(path, `w${kill}`, Infinity, Infinity);
    let rest = '';
    const until = told.length + 50 * (kill + 1);
    child.stdout?.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n');
      // The last line is whole only if a line break follows.
      rest = lines.pop() ?? '';
      told.push(...lines.map(Number));
      if (told.length > until) child.kill('SIGKILL');
    });
    await once(child, 'close');
  }
  return [
    figure(`${KILLS} × kill -9: acknowledged`, told.length, 'spans', null),
    figure(`${KILLS} × kill -9: lost`, lostOf(told, path), 'spans', 0),
  ];
}

function startWriter(path: string, window: string, perSecond: number, flushes: number) {
  const url = new URL('./writerChild.ts', import.meta.url);
  return fork(url, [path, window, String(perSecond), String(flushes)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  });
}

/** How many of these spans the record does not hold. */
function lostOf(told: readonly number[], path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('SELECT id FROM span WHERE id >= ?').all(Math.min(...told));
  database.close();
  const kept = new Set(rows.map(row => Number(row['id'])));
  return told.filter(id => !kept.has(id)).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
