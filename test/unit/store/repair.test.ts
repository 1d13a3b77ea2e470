import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Repair } from '../../../src/core/record/repair.ts';
import { backUp } from '../../../src/store/backup.ts';
import { checkFile } from '../../../src/store/check.ts';
import { repairFolder } from '../../../src/store/copies.ts';
import { openRepaired, type RepairingOptions } from '../../../src/store/openRepaired.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, fact, IDLE_AFTER, MINUTE, NINE, span, tally } from './builders.ts';
import { damage, makeNoise, type DamageName } from '../../torture/harm.ts';
import { withFolder } from './temporaryFolder.ts';

const SPANS = 4_000;
const DOOM = 8.64e15;

/** A record of some days, written as a window does: in many small batches. */
async function write(path: string, spanCount: number): Promise<void> {
  const store = await openStore(path);
  for (let i = 0; i < spanCount; i += 20) {
    const spans = Array.from({ length: 20 }, (_, k) =>
      span({ start: NINE + (i + k) * MINUTE, end: NINE + (i + k) * MINUTE + 20_000, branch: `b${i + k}` }),
    );
    const at = NINE + i * MINUTE;
    const facts = [fact(at, { kind: 'diagnostics', errors: i })];
    const tallies = [tally({ from: Math.floor(at / 300_000) * 300_000, path: `${i}.ts` })];
    store.write(batch({ spans, facts, tallies }));
  }
  store.close();
}

const written = new Map<number, Buffer>();

/** Such a record as it is on disk when no window has it open; made once. */
async function fill(path: string, spanCount = SPANS): Promise<void> {
  const known = written.get(spanCount);
  if (known) writeFileSync(path, known);
  else await write(path, spanCount);
  written.set(spanCount, readFileSync(path));
}

interface Opened {
  readonly store: Store;
  readonly repairs: Repair[];
}

async function reopen(path: string, options: Partial<RepairingOptions> = {}): Promise<Opened> {
  const repairs: Repair[] = [];
  const store = await openRepaired(path, {
    now: () => Date.now(),
    yieldTurn: () => new Promise(resolve => setImmediate(resolve)),
    onRepair: repair => repairs.push(repair),
    onDamage: () => undefined,
    ...options,
  });
  return { store, repairs };
}

const spansOf = (store: Store) => store.slice(0, DOOM, IDLE_AFTER).slice.spans;

function rowsIn(path: string): number {
  const database = new DatabaseSync(path);
  const counts = ['span', 'event', 'away', 'suspend', 'tally', 'session', 'task'].map(table =>
    Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']),
  );
  database.close();
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('a damaged record', () => {
  // Half of the file are the schema and the first 300 spans.
  const cases: [name: DamageName, isDamaged: boolean, least: number][] = [
    ['truncated', false, 300],
    ['zeroedHeader', false, SPANS],
    ['noiseInside', true, 3_500],
  ];
  for (const [name, isDamaged, least] of cases) {
    it(`that is ${name} gives back what can be read of it, and says how much that is`, () =>
      withFolder(async folder => {
        const path = join(folder, 'andon.sqlite');
        await fill(path);
        damage(path, name);
        const harmed = readFileSync(path);
        const { store, repairs } = await reopen(path, { isDamaged });
        const [repair] = repairs;
        assert.ok(repair);
        assert.ok(spansOf(store).length >= least, `${spansOf(store).length} spans`);
        store.close();
        assert.equal(repair.salvagedRows, rowsIn(path));
        assert.deepEqual(readFileSync(join(folder, repair.setAside)), harmed);
        assert.equal(existsSync(repairFolder(path)), false);
        await checkFile(path);
      }));

    it(`that is ${name} gets the rest from the backup`, () =>
      withFolder(async folder => {
        const path = join(folder, 'andon.sqlite');
        await fill(path);
        await backUp(path, '2026-11-26', () => true);
        damage(path, name);
        const { store, repairs } = await reopen(path, { isDamaged });
        const spans = spansOf(store);
        assert.deepEqual(
          spans.map(each => [each.start, each.branch]),
          Array.from({ length: SPANS }, (_, i) => [NINE + i * MINUTE, `b${i}`]),
        );
        store.close();
        assert.equal((repairs[0]?.salvagedRows ?? 0) + (repairs[0]?.backupRows ?? 0), rowsIn(path));
      }));
  }

  it('that is empty is the backup, and what came after that is missing', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await fill(path, 400);
      await backUp(path, '2026-11-24', () => true);
      damage(path, 'zeroLength');
      const lastWrite = (NINE + 460 * MINUTE) / 1000;
      utimesSync(path, lastWrite, lastWrite);
      const { store, repairs } = await reopen(path);
      assert.equal(spansOf(store).length, 400);
      // The last span of the backup began at minute 399.
      assert.equal(repairs[0]?.lostMs, 61 * MINUTE);
      assert.deepEqual([repairs[0].wasEmpty, repairs[0].backup], [true, 'andon-2026-11-24.sqlite']);
      store.close();
    })).timeout(10_000);

  it('that another file lies in place of is not touched, nor is that file', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await fill(path, 100);
      await backUp(path, '2026-11-24', () => true);
      damage(path, 'foreignFile');
      const before = readFileSync(path);
      await assert.rejects(reopen(path), { code: 'damaged' });
      assert.deepEqual(readFileSync(path), before);
      assert.deepEqual(readdirSync(folder).sort(), ['andon.sqlite', 'backups']);
    }));

  it('of which nothing is left begins anew', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await fill(path, 100);
      writeFileSync(path, readFileSync(path).fill(0x55, 100));
      const { store, repairs } = await reopen(path);
      assert.deepEqual([repairs[0]?.salvagedRows, repairs[0]?.lostMs], [0, null]);
      assert.deepEqual(store.write(batch({ spans: [span()] })), [1]);
      store.close();
    }));

  it('goes on with numbers that were never given out', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await fill(path);
      damage(path, 'truncated');
      const { store } = await reopen(path);
      const known = new Set(spansOf(store).map(each => each.id));
      const [id = 0] = store.write(batch({ spans: [span({ start: NINE - 1, branch: 'new' })] }));
      assert.equal(known.has(id), false);
      const added = spansOf(store).filter(each => each.branch === 'new');
      assert.equal(added.length, 1);
      store.close();
    }));

  it('keeps what the log has that the file has not', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await fill(path);
      const store = await openStore(path);
      store.write(batch({ spans: [span({ start: NINE + SPANS * MINUTE, branch: 'in the log' })] }));
      const log = readFileSync(`${path}-wal`);
      store.close();
      damage(path, 'zeroedHeader');
      writeFileSync(`${path}-wal`, log);
      const { store: mended } = await reopen(path);
      assert.equal(spansOf(mended).at(-1)?.branch, 'in the log');
      assert.equal(spansOf(mended).length, SPANS + 1);
      mended.close();
    }));

  it('is mended by one window; another one waits', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await fill(path, 100);
      damage(path, 'zeroedHeader');
      mkdirSync(repairFolder(path));
      await assert.rejects(reopen(path), { code: 'busy' });
      const longAgo = Date.now() / 1000 - 3600;
      utimesSync(repairFolder(path), longAgo, longAgo);
      const { store } = await reopen(path);
      assert.equal(spansOf(store).length, 100);
      store.close();
    }));

  it('is told of after an unclean end, when the file was looked through', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await fill(path);
      makeNoise(path, Math.floor((statSync(path).size / 4096) * 0.9));
      // As a killed window leaves it.
      writeFileSync(`${path}-wal`, '');
      const told = await new Promise<unknown>(resolve => {
        void reopen(path, { onDamage: resolve }).then(({ store }) => {
          store.close();
        });
      });
      assert.equal((told as { code: string }).code, 'damaged');
    }));

  it('that is whole after all is opened as it is', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      await fill(path, 100);
      const { ino } = statSync(path);
      const { store, repairs } = await reopen(path, { isDamaged: true });
      assert.deepEqual([repairs, statSync(path).ino], [[], ino]);
      store.close();
    }));

  it('of an older version comes back in the schema of now', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const { migrate } = await import('../../../src/store/migrate.ts');
      const { Connection } = await import('../../../src/store/connection.ts');
      const database = new DatabaseSync(path);
      await migrate(new Connection(database), 1);
      database.exec(`INSERT INTO project (name) VALUES ('shop'); INSERT INTO span
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
        SELECT ${NINE} + i * 60000, i, 1000, 0, 0, 1, 0, 0, 0, 60, 0, 0, 0, NULL FROM n;
        UPDATE counter SET next_span = 501`);
      database.close();
      damage(path, 'noiseInside');
      const { store, repairs } = await reopen(path, { isDamaged: true });
      assert.equal(repairs.length, 1);
      assert.ok(spansOf(store).length > 100);
      assert.equal(store.sessions.last(), null);
      store.close();
    }));
});
