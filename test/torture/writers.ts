import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
import { figure, quantile } from '../../src/cli/bench/figures.ts';
import type { WriterReport } from '../../src/cli/bench/writerChild.ts';
import { idsIn } from './idsIn.ts';
import type { Ordeal } from './ordeal.ts';

const WRITER = new URL('../../src/cli/bench/writerChild.ts', import.meta.url);
const WINDOWS = 3;
const FLUSHES_PER_SECOND = 50;

/** Three windows that write into one record at the same time. */
export const tortureWriters: Ordeal = async (folder, { writingMs }) => {
  const path = join(folder, 'windows.sqlite');
  (await openStore(path)).close();
  const flushes = Math.ceil((writingMs / 1000) * FLUSHES_PER_SECOND);
  const reports = await Promise.all(
    Array.from({ length: WINDOWS }, (_, window) => writeAsWindow(path, window, flushes)),
  );
  const told = reports.flatMap(report => report.ids);
  const kept = await idsIn(path);
  const keptOnce = new Set(kept);
  const sum = (of: (report: WriterReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  return [
    figure('three windows: acknowledged', told.length, 'spans', null),
    figure('three windows: lost', told.filter(id => !keptOnce.has(id)).length, 'spans', 0),
    figure('three windows: doubled', kept.length - new Set(told).size, 'spans', 0),
    figure(
      'three windows: errors',
      sum(report => report.errors),
      'errors',
      0,
    ),
    figure(
      'three windows: tried again',
      sum(report => report.busy),
      'flushes',
      null,
    ),
    figure(
      'three windows: flush p99',
      quantile(
        reports.flatMap(report => report.flushMs),
        0.99,
      ),
      'ms',
      null,
    ),
  ];
};

async function writeAsWindow(path: string, window: number, flushes: number): Promise<WriterReport> {
  const child = fork(WRITER, [path, `w${window}`, String(FLUSHES_PER_SECOND), String(flushes)], {
    execArgv: ['--no-warnings'],
  });
  const [report] = (await once(child, 'message')) as [WriterReport];
  return report;
}
