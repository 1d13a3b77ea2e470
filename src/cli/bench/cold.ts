import { fork } from 'node:child_process';
import { once } from 'node:events';
import { figure, median, type Measured } from './figures.ts';
import type { Databases } from './places.ts';

export interface ColdStart {
  readonly ms: number;
  readonly rssBytes: number;
}

/** Opening and today's numbers in a process that has done neither before, as after a start of the editor. */
export async function benchCold({ years, count }: Databases): Promise<Measured[]> {
  const starts: ColdStart[] = [];
  for (let i = 0; i < 7; i++) starts.push(await coldStart(years));
  return [
    figure(`open and today, cold, ${count} years`, median(starts.map(start => start.ms)), 'ms', 15),
    figure(
      `open and today, memory, ${count} years`,
      median(starts.map(start => start.rssBytes)) / 1e6,
      'MB',
      6,
    ),
  ];
}

async function coldStart(path: string): Promise<ColdStart> {
  const child = fork(new URL('./coldChild.ts', import.meta.url), [path], { execArgv: ['--no-warnings'] });
  const [message] = (await once(child, 'message')) as [ColdStart];
  await once(child, 'exit');
  return message;
}
