import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { SCHEMA_VERSION } from '../../../src/store/migrate.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, DAY, HOUR, IDLE_AFTER, NINE, span } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

/**
 * Records as the code of their time wrote them. Where a schema is added, the one before it is kept here: `sqlite3 FILE .dump`,
 * and the two PRAGMAs that this leaves out.
 */
const FIXTURES = join(import.meta.dirname, '../../fixtures');

const fixture = (version: number) => `schema-${String(version).padStart(3, '0')}.sql`;
const versions = readdirSync(FIXTURES)
  .filter(name => name.startsWith('schema-'))
  .map(name => Number(/\d+/.exec(name)?.[0]));

type Rows = readonly Readonly<Record<string, unknown>>[];

function rowsByTable(database: DatabaseSync): Map<string, Rows> {
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map(({ name }) => String(name));
  return new Map(tables.map(name => [name, database.prepare(`SELECT * FROM "${name}"`).all()]));
}

/** Kinds, names and columns of all that a database has. */
function shapeOf(path: string): unknown {
  const database = new DatabaseSync(path);
  const shape = database
    .prepare(
      `SELECT s.type, s.name, c.name AS column, c.type AS columnType FROM sqlite_schema s
       LEFT JOIN pragma_table_info(s.name) c ORDER BY s.type, s.name, c.cid`,
    )
    .all()
    .map(row => Object.values(row));
  database.close();
  return shape;
}

/** Makes the record of a fixture, and answers its rows. */
function build(path: string, version: number): Map<string, Rows> {
  const database = new DatabaseSync(path);
  database.exec(readFileSync(join(FIXTURES, fixture(version)), 'utf8'));
  const rows = rowsByTable(database);
  database.close();
  return rows;
}

describe('a record of an older version', () => {
  it('is kept of every schema before the newest', () => {
    for (let version = 1; version < SCHEMA_VERSION; version++)
      assert.ok(versions.includes(version), fixture(version));
  });

  for (const version of versions) {
    describe(`with schema ${version}`, () => {
      it('keeps every row, and gets the schema of now', () =>
        withFolder(async folder => {
          const path = join(folder, 'andon.sqlite');
          const before = build(path, version);
          (await openStore(path)).close();
          const database = new DatabaseSync(path);
          const after = rowsByTable(database);
          assert.equal(database.prepare('PRAGMA user_version').get()?.['user_version'], SCHEMA_VERSION);
          assert.equal(database.prepare('PRAGMA integrity_check').get()?.['integrity_check'], 'ok');
          database.close();
          for (const [table, rows] of before) {
            // Opening counts itself.
            if (table !== 'counter') assert.partialDeepStrictEqual(after.get(table), rows, table);
            assert.equal(after.get(table)?.length, rows.length, table);
          }
          const fresh = join(folder, 'fresh.sqlite');
          (await openStore(fresh)).close();
          assert.deepEqual(shapeOf(path), shapeOf(fresh));
        }));

      it('comes to the numbers that it was rolled up to then', () =>
        withFolder(async folder => {
          const path = join(folder, 'andon.sqlite');
          build(path, version);
          const store = await openStore(path);
          const { slice } = store.slice(NINE - 10 * HOUR, NINE + 14 * HOUR, IDLE_AFTER);
          const day = computeDays(slice, zoneCalendar('Europe/Berlin'), { idleAfterMs: IDLE_AFTER })[0];
          const [sealed] = store.rollups.days('2026-11-23', '2026-11-23');
          assert.deepEqual(
            [day?.activeMs, day?.awayMs, day?.waitingMs, day?.switches, day?.edits],
            [sealed?.activeMs, sealed?.awayMs, sealed?.waitingMs, sealed?.switches, sealed?.edits],
          );
          assert.equal(sealed?.activeMs, 5_460_000);
          store.close();
        }));

      it('goes on with new numbers', () =>
        withFolder(async folder => {
          const path = join(folder, 'andon.sqlite');
          build(path, version);
          const store = await openStore(path);
          assert.deepEqual(
            store.write(batch({ spans: [span({ start: NINE + 3 * DAY, branch: 'new' })] })),
            [6],
          );
          assert.equal(store.getMeta('paused'), 'yes');
          assert.equal(store.sessions.last()?.id, version < 2 ? undefined : 2);
          store.close();
        }));
    });
  }
});
