import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Connection } from '../../../src/store/connection.ts';
import { configure, settleJournal } from '../../../src/store/journal.ts';
import { LeaderLock } from '../../../src/store/leaderLock.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { Store } from '../../../src/store/store.ts';
import { batch, DAY, IDLE_AFTER, NINE, span } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

async function connect(path: string): Promise<Connection> {
  const connection = new Connection(new DatabaseSync(path));
  configure(connection);
  await migrate(connection);
  settleJournal(connection);
  return connection;
}

const NO_LOCK = new LeaderLock(() => {
  throw new Error('Nobody is to lead here');
});

describe('a store in trouble', () => {
  it('does without a write-ahead log where the file system cannot have one', () =>
    withFolder(async folder => {
      // This way of locking has no shared memory, as some network mounts.
      const connection = await connect(`file:${join(folder, 'andon.sqlite')}?vfs=unix-dotfile`);
      const store = new Store(connection, NO_LOCK, () => undefined);
      assert.equal(connection.value('PRAGMA journal_mode'), 'truncate');
      assert.deepEqual(store.write(batch({ spans: [span()] })), [1]);
      assert.equal(store.slice(NINE, NINE + DAY, IDLE_AFTER).slice.spans.length, 1);
      store.close();
    }));

  it('takes a batch that found the disk full once there is room', () =>
    withFolder(async folder => {
      const connection = await connect(join(folder, 'andon.sqlite'));
      const store = new Store(connection, NO_LOCK, () => undefined);
      const spans = Array.from({ length: 2_000 }, (_, i) => span({ start: NINE + i, project: `p${i}` }));
      const pages = Number(connection.value('PRAGMA page_count'));
      connection.exec(`PRAGMA max_page_count = ${pages + 2}`);
      assert.throws(() => store.write(batch({ spans })), { code: 'full' });
      assert.deepEqual(store.slice(NINE, NINE + DAY, IDLE_AFTER).slice.spans, []);
      connection.exec(`PRAGMA max_page_count = ${pages + 10_000}`);
      assert.deepEqual(
        store.write(batch({ spans })),
        spans.map((_, i) => i + 1),
      );
      assert.equal(store.slice(NINE, NINE + DAY, IDLE_AFTER).slice.spans[1_999]?.project, 'p1999');
      store.close();
    }));
});
