import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { ROW_KINDS } from '../../../src/core/record/rowKinds.ts';
import { recordView } from '../../../src/runtime/recordView.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, DAY, fact, HOUR, MINUTE, NINE, span, tally } from '../store/builders.ts';
import { withFolder } from '../store/temporaryFolder.ts';

const calendar = zoneCalendar('Europe/Berlin');

function withRecord(work: (store: Store, path: string, folder: string) => Promise<void>): Promise<void> {
  return withFolder(async folder => {
    const path = join(folder, 'andon.sqlite');
    const store = await openStore(path);
    try {
      await work(store, path, folder);
    } finally {
      store.close();
    }
  });
}

describe('what is recorded', () => {
  it('is told with the same columns and values as the views of the record have', () =>
    withRecord(async (store, path) => {
      const away = fact(NINE + 2 * HOUR, {
        kind: 'away',
        start: NINE + HOUR,
        end: NINE + 2 * HOUR,
        as: 'meeting',
      });
      store.write(
        batch({
          spans: [span(), span({ start: NINE + MINUTE, doc: null, project: null, branch: null })],
          facts: [fact(NINE, { kind: 'diagnostics', errors: 2 }), away],
          tallies: [tally(), tally({ from: NINE + HOUR, path: 'b.ts' })],
        }),
      );
      const said = { energy: 'low', flow: null, satisfaction: null, sentence: 'Meetings' } as const;
      store.checkIns.say({ date: '2026-11-23', ...said }, NINE);
      const { kinds, since } = await recordView({ store, calendar }, path);
      assert.equal(since, '2026-11-23');
      assert.deepEqual(
        kinds.map(({ kind }) => kind),
        [...ROW_KINDS],
      );
      const database = new DatabaseSync(path);
      for (const { kind, columns, rows, count } of kinds) {
        const statement = database.prepare(`SELECT * FROM ${kind}`);
        assert.deepEqual(
          columns,
          statement.columns().map(column => column.name),
          kind,
        );
        const all = statement.all().map(row => JSON.stringify(Object.values(row)));
        assert.equal(count, all.length, kind);
        assert.deepEqual(rows.map(row => JSON.stringify(row)).sort(), all.sort(), kind);
      }
      database.close();
    }));

  it('shows the last rows first, and how many there are in all', () =>
    withRecord(async (store, path) => {
      const spans = Array.from({ length: 9 }, (_, i) => span({ start: NINE + i * DAY }));
      store.write(batch({ spans }));
      const { kinds } = await recordView({ store, calendar }, path);
      const [last] = kinds;
      assert.equal(last?.count, 9);
      assert.deepEqual(
        last.rows.map(([id]) => id),
        [9, 8, 7, 6, 5],
      );
    }));

  it('of an empty record is nothing, since no day', () =>
    withRecord(async (store, path) => {
      const { since, kinds, bytes, backups } = await recordView({ store, calendar }, path);
      assert.equal(since, null);
      assert.ok(bytes > 0);
      assert.deepEqual(backups, { count: 0, bytes: 0 });
      assert.ok(kinds.every(({ count, rows }) => count === 0 && rows.length === 0));
    }));

  it('counts backups and damaged files on disk', () =>
    withRecord(async (store, path, folder) => {
      mkdirSync(join(folder, 'backups'));
      writeFileSync(join(folder, 'backups', 'andon-2026-11-22.sqlite'), 'x'.repeat(1000));
      writeFileSync(join(folder, 'andon-damaged-20261120-120000.sqlite'), 'y'.repeat(300));
      writeFileSync(join(folder, 'andon-damaged-20261120-120000.sqlite-wal'), 'y'.repeat(20));
      const { backups, setAside } = await recordView({ store, calendar }, path);
      assert.deepEqual(backups, { count: 1, bytes: 1000 });
      assert.deepEqual(setAside, { count: 1, bytes: 320 });
    }));
});
