import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile, endedUncleanly } from '../../../src/store/check.ts';
import { openStore } from '../../../src/store/open.ts';
import { inThread } from '../../../src/store/thread.ts';
import { batch, NINE, span } from './builders.ts';
import { damage } from '../../torture/harm.ts';
import { withFolder } from './temporaryFolder.ts';

/** A window that writes, and is killed before it can close the file. */
async function killedWindow(path: string): Promise<void> {
  const writer = fork(join(import.meta.dirname, 'writer.ts'), [path, 'w1', '100000'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  });
  writer.stdout?.once('data', () => writer.kill('SIGKILL'));
  await once(writer, 'close');
}

describe('an unclean end', () => {
  it('is seen when the last window was killed, and not again', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await killedWindow(path);
      assert.equal(existsSync(`${path}-wal`), true);
      assert.equal(await endedUncleanly(path), true);
      (await openStore(path)).close();
      assert.equal(await endedUncleanly(path), false);
    }));

  it('is not taken for one where another window has the file open', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const other = await openStore(path);
      other.write(batch({ spans: [span()] }));
      assert.equal(await endedUncleanly(path), false);
      // Asking has not disturbed it.
      other.write(batch({ spans: [span({ start: NINE + 1 })] }));
      other.close();
      assert.equal(await endedUncleanly(path), false);
    }));

  it('is none where there is no file', () =>
    withFolder(async folder => {
      assert.equal(await endedUncleanly(join(folder, 'andon.sqlite')), false);
      assert.equal(existsSync(join(folder, 'andon.sqlite')), false);
    }));
});

describe('looking through a file in a thread of its own', () => {
  const filled = async (path: string) => {
    const store = await openStore(path);
    store.write(batch({ spans: Array.from({ length: 3_000 }, (_, i) => span({ start: NINE + i })) }));
    store.close();
  };

  it('finds nothing wrong with a whole one', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await filled(path);
      await checkFile(path);
    }));

  for (const name of ['noiseInside', 'truncated'] as const) {
    it(`finds the damage of one that is ${name}`, () =>
      withFolder(async folder => {
        const path = join(folder, 'andon.sqlite');
        await filled(path);
        damage(path, name);
        await assert.rejects(checkFile(path), { code: 'damaged' });
      }));
  }

  it('does all steps of a transaction or none', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const steps = [
        { sql: `INSERT INTO meta VALUES ('a', 'b')` },
        { sql: 'INSERT INTO nowhere VALUES (1)' },
      ];
      await assert.rejects(inThread({ path, steps: [], transactions: [steps] }), { code: 'other' });
      assert.equal(store.getMeta('a'), null);
      await inThread({ path, steps: [], transactions: [steps.slice(0, 1)] });
      assert.equal(store.getMeta('a'), 'b');
      store.close();
    }));
});
