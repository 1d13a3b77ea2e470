import assert from 'node:assert/strict';
import { once } from 'node:events';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreBusy } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, DAY, fact, IDLE_AFTER, MINUTE, NINE, SECOND, span, tally } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

describe('a store open in several windows', () => {
  it('gives out ids in the order of writing and shows each what the other wrote', () =>
    withFolder(async folder => {
      const one = await openStore(join(folder, 'andon.sqlite'));
      const two = await openStore(join(folder, 'andon.sqlite'));
      const version = two.dataVersion();
      assert.deepEqual(one.write(batch({ spans: [span()] })), [1]);
      assert.notEqual(two.dataVersion(), version);
      assert.deepEqual(two.write(batch({ spans: [span({ window: 'w2', project: 'tools' })] })), [2]);
      assert.deepEqual(one.write(batch({ spans: [span({ window: 'w3', project: 'tools' })] })), [3]);
      assert.deepEqual(
        two.slice(NINE, NINE + DAY, IDLE_AFTER).slice,
        one.slice(NINE, NINE + DAY, IDLE_AFTER).slice,
      );
      one.close();
      two.close();
    }));

  it('refuses a batch at once while another one writes, and takes it whole afterwards', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const other = new DatabaseSync(path);
      other.exec(`BEGIN IMMEDIATE; INSERT INTO project (name) VALUES ('another'), ('one more')`);
      const rows = batch({ spans: [span({ project: 'new' })], tallies: [tally()] });
      const began = performance.now();
      assert.throws(() => store.write(rows), StoreBusy);
      assert.ok(performance.now() - began < 100);
      other.exec('COMMIT');
      assert.deepEqual(store.write(rows), [1]);
      const { slice } = store.slice(NINE, NINE + DAY, IDLE_AFTER);
      assert.deepEqual(slice.spans, [span({ id: 1, project: 'new' })]);
      other.close();
      store.close();
    }));

  it('keeps once what git did, though both windows saw it', () =>
    withFolder(async folder => {
      const one = await openStore(join(folder, 'andon.sqlite'));
      const two = await openStore(join(folder, 'andon.sqlite'));
      const commit = { kind: 'git', event: 'commit', repo: 'shop', hash: 'a'.repeat(40) } as const;
      const seen = fact(NINE, commit);
      one.write(batch({ facts: [seen] }));
      two.write(batch({ facts: [fact(NINE, commit, { window: 'w2', project: 'tools', branch: null })] }));
      assert.deepEqual(one.factsBetween(NINE, NINE + DAY), [seen]);
      const others = [
        fact(NINE, { ...commit, event: 'checkout' }),
        fact(NINE, { ...commit, repo: 'tools' }),
        fact(NINE + SECOND, commit, { window: 'w2' }),
      ];
      two.write(batch({ facts: others }));
      assert.deepEqual(one.factsBetween(NINE, NINE + DAY), [seen, ...others]);
      one.close();
      two.close();
    }));

  it('can be created by many at once', async function () {
    this.timeout(60_000);
    await withFolder(async folder => {
      const path = join(folder, 'deep', 'andon.sqlite');
      const writers = [1, 2, 3, 4, 5, 6].map(window => startWriter(path, `w${window}`, 20));
      const ends = await Promise.all(writers.map(writer => once(writer, 'exit')));
      assert.deepEqual(
        ends,
        ends.map(() => [0, null]),
      );
      const store = await openStore(path);
      const { spans } = store.slice(NINE, NINE + DAY, IDLE_AFTER).slice;
      assert.equal(spans.length, 6 * 20);
      assert.equal(new Set(spans.map(each => each.id)).size, 6 * 20);
      store.close();
    });
  });

  it('loses no span whose id a killed window had told', async function () {
    this.timeout(60_000);
    await withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const told: number[] = [];
      for (let kill = 0; kill < 5; kill++) {
        const writer = startWriter(path, `w${kill}`, 100_000);
        writer.stdout?.on('data', (data: Buffer) => {
          // A last line may be cut off by the kill: it is not told then.
          const lines = data.toString().split('\n').slice(0, -1);
          told.push(...lines.map(Number));
          if (told.length > (kill + 1) * 200) writer.kill('SIGKILL');
        });
        await once(writer, 'close');
      }
      const store = await openStore(path);
      const { spans } = store.slice(NINE, NINE + 400 * DAY, IDLE_AFTER).slice;
      const kept = new Set(spans.map(each => each.id));
      assert.deepEqual(
        told.filter(id => !kept.has(id)),
        [],
      );
      assert.equal(kept.size, spans.length);
      assert.ok(spans.every(each => each.end === each.start + MINUTE));
      store.close();
    });
  });
});

function startWriter(path: string, window: string, spans: number) {
  return fork(join(import.meta.dirname, 'writer.ts'), [path, window, String(spans)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  });
}
