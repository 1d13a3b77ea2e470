import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkFile } from '../../src/store/check.ts';
import { figure } from '../../src/cli/bench/figures.ts';
import { idsIn } from './idsIn.ts';
import type { Ordeal } from './ordeal.ts';

const WRITER = new URL('../../src/cli/bench/writerChild.ts', import.meta.url);

/** Windows that are killed while they write, one after the other, each at another moment. */
export const tortureKills: Ordeal = async (folder, { kills }) => {
  const path = join(folder, 'kills.sqlite');
  const told: number[] = [];
  let damaged = 0;
  for (let kill = 0; kill < kills; kill++) {
    told.push(...(await writeUntilKilled(path, `w${kill}`, 20 + ((kill * 37) % 300))));
    await checkFile(path).catch(() => damaged++);
  }
  const kept = await idsIn(path);
  const keptOnce = new Set(kept);
  return [
    figure(`${kills} × kill -9: acknowledged`, told.length, 'spans', null),
    figure(`${kills} × kill -9: lost`, told.filter(id => !keptOnce.has(id)).length, 'spans', 0),
    figure(`${kills} × kill -9: doubled`, kept.length - keptOnce.size, 'spans', 0),
    figure(`${kills} × kill -9: database damaged`, damaged, 'times', 0),
  ];
};

/** Answers the ids that had left the process when it was killed, which is after `spans` of them. */
async function writeUntilKilled(path: string, window: string, spans: number): Promise<number[]> {
  const child = fork(WRITER, [path, window, 'Infinity', ''], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  });
  const told: number[] = [];
  let rest = '';
  child.stdout?.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    // The last line is whole only if a line break follows.
    rest = lines.pop() ?? '';
    told.push(...lines.map(Number));
    if (told.length > spans) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return told;
}
