import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openStore } from '../../store/open.ts';
import { figure, quantile, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import type { WriterReport } from './writerChild.ts';

const WINDOWS = 3;
const FLUSHES_PER_SECOND = 50;
const FLUSHES = 200;
const KILLS = 10;

/** Three windows that write at once, and windows that are killed while they write. */
export async function benchWriters({ folder }: Databases): Promise<Measured[]> {
  return [
    ...(await benchConcurrent(join(folder, 'windows.sqlite'))),
    ...(await benchKills(join(folder, 'kills.sqlite'))),
  ];
}

async function benchConcurrent(path: string): Promise<Measured[]> {
  (await openStore(path)).close();
  const reports = await Promise.all(
    Array.from({ length: WINDOWS }, async (_, window) => {
      const child = startWriter(path, `w${window}`, FLUSHES_PER_SECOND, FLUSHES);
      const [report] = (await once(child, 'message')) as [WriterReport];
      return report;
    }),
  );
  const times = reports.flatMap(report => report.flushMs);
  const kept = await idsIn(path);
  const told = reports.flatMap(report => report.ids);
  return [
    figure('three windows: errors', sum(reports.map(report => report.errors)), 'errors', 0),
    figure('three windows: lost', told.filter(id => !kept.has(id)).length, 'spans', 0),
    figure('three windows: tried again', sum(reports.map(report => report.busy)), 'flushes', null),
    figure('three windows: flush p99', quantile(times, 0.99), 'ms', 0.5),
  ];
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
  const kept = await idsIn(path);
  return [
    figure(`${KILLS} × kill -9: acknowledged`, told.length, 'spans', null),
    figure(`${KILLS} × kill -9: lost`, told.filter(id => !kept.has(id)).length, 'spans', 0),
  ];
}

function startWriter(path: string, window: string, perSecond: number, flushes: number) {
  const url = new URL('./writerChild.ts', import.meta.url);
  return fork(url, [path, window, String(perSecond), String(flushes)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  });
}

async function idsIn(path: string): Promise<Set<number>> {
  const store = await openStore(path);
  const { spans } = store.slice(0, 8.64e15, 300_000).slice;
  store.close();
  return new Set(spans.map(span => span.id));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
