import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Recorder } from '../../src/runtime/recorder.ts';
import { Connection } from '../../src/store/connection.ts';
import { StoreError } from '../../src/store/errors.ts';
import { configure, settleJournal } from '../../src/store/journal.ts';
import { LeaderLock } from '../../src/store/leaderLock.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { Store } from '../../src/store/store.ts';
import { figure, type Measured } from '../../src/cli/bench/figures.ts';
import { YEAR_START } from '../../src/cli/bench/workday.ts';
import type { Ordeal } from './ordeal.ts';

export const FULL_DISK_EDITS = 3_000;

/** A record on a disk that is full for a while: by SQLite's own bound, and by the system's on the size of files. */
export const tortureFullDisk: Ordeal = async folder => [
  ...(await bySqlite(join(folder, 'pages.sqlite'))),
  ...(await bySystem(join(folder, 'fsize.sqlite'))),
];

async function bySqlite(path: string): Promise<Measured[]> {
  const connection = new Connection(new DatabaseSync(path));
  configure(connection);
  await migrate(connection);
  settleJournal(connection);
  const store = new Store(connection, new LeaderLock(() => connection), () => undefined);
  const pages = Number(connection.value('PRAGMA page_count'));
  connection.exec(`PRAGMA max_page_count = ${pages + 20}`);
  const typist = new Typist(store);
  while (typist.refused < 3) typist.type();
  connection.exec(`PRAGMA max_page_count = ${pages + 100_000}`);
  while (typist.typed < FULL_DISK_EDITS) typist.type();
  const figures = judge('max_page_count', typist, store);
  store.close();
  return figures;
}

async function bySystem(path: string): Promise<Measured[]> {
  const child = fork(new URL('./fullDiskChild.ts', import.meta.url), [path], { execArgv: ['--no-warnings'] });
  await once(child, 'message');
  // The record's file and its log are each below it now, and the log soon is not.
  if (!limitFiles(child, String(statSync(`${path}-wal`).size + 100_000))) {
    child.kill();
    return [];
  }
  child.send('type');
  await once(child, 'message');
  limitFiles(child, 'unlimited');
  child.send('go on');
  const [{ typed, refused, otherErrors }] = (await once(child, 'message')) as [Typist];
  const store = await openStore(path);
  const figures = judge('prlimit --fsize', { typed, refused, otherErrors }, store);
  store.close();
  return figures;
}

/** Answers whether this system has such a bound. */
function limitFiles({ pid }: ChildProcess, bytes: string): boolean {
  try {
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function judge(
  what: string,
  { typed, refused, otherErrors }: Pick<Typist, 'typed' | 'refused' | 'otherErrors'>,
  store: Store,
): Measured[] {
  const { spans } = store.slice(0, 8.64e15, 300_000).slice;
  const kept = spans.reduce((sum, span) => sum + span.edits, 0);
  return [
    figure(`full disk by ${what}: writes refused`, refused, 'times', null),
    figure(`full disk by ${what}: told as something else`, otherErrors, 'times', 0),
    figure(`full disk by ${what}: edits lost or doubled`, Math.abs(typed - kept), 'edits', 0),
  ];
}

/** Somebody who types in ever other files; each edit is written at once, if it can be. */
export class Typist {
  typed = 0;
  refused = 0;
  otherErrors = 0;
  private readonly recorder: Recorder;

  constructor(store: Store) {
    this.recorder = new Recorder({ write: batch => store.write(batch), offsetAt: () => 60 });
  }

  type(): void {
    const doc = { project: 'shop', path: `src/part/file${this.typed}.ts`, language: 'typescript' };
    const at = YEAR_START + this.typed * 1_000;
    this.recorder.record({
      kind: 'edit',
      at,
      window: 'w1',
      doc,
      branch: 'main',
      inserted: 1,
      deleted: 0,
      origin: 'typed',
    });
    this.typed++;
    try {
      this.recorder.flush();
    } catch (error) {
      this.refused++;
      if (!(error instanceof StoreError && error.code === 'full')) this.otherErrors++;
    }
  }
}
