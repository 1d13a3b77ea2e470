import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { Interval } from '../../../src/core/activity/interval.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { correcting } from '../../../src/store/correcting.ts';
import { FORGOTTEN_TABLES } from '../../../src/store/forgetSteps.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, DAY, fact, HOUR, IDLE_AFTER, MINUTE, NINE, SECOND, span, tally } from './builders.ts';
import { BEGIN, RANDOM_RECORD, ZONE, type RandomRecord } from './randomRecord.ts';
import { withFolder } from './temporaryFolder.ts';

const calendar = zoneCalendar(ZONE);
const rules = { idleAfterMs: IDLE_AFTER };
const DOOM = 8.64e15;
const SECRET = 'project-palimpsest';

const everything = (store: Store) => store.slice(-DOOM, DOOM, IDLE_AFTER).slice;
const allFacts = (store: Store) => store.factsBetween(-DOOM, DOOM);

function sealAll(store: Store): void {
  for (let time = BEGIN - 3 * DAY; time < BEGIN + 15 * DAY;) {
    const bounds = calendar.dayAt(time);
    store.sealDay(bounds, rules, slice =>
      computeDays(slice, calendar, rules).find(day => day.date === bounds.date),
    );
    time = bounds.end;
  }
}

/** Fails where a rollup that passes for good says something else than the rows do. */
function assertRollupsHold(store: Store): void {
  const seals = store.rollups.seals('2000-01-01', '2100-01-01').filter(seal => !seal.isDirty);
  for (const { date, start, end } of seals) {
    const day = computeDays(store.slice(start, end, IDLE_AFTER).slice, calendar, rules).find(
      each => each.date === date,
    );
    const [sealed] = store.rollups.days(date, date);
    assert.equal(sealed?.activeMs, day?.activeMs, date);
    assert.equal(sealed?.waitingMs, day?.waitingMs, date);
    assert.equal(sealed?.awayMs, day?.awayMs, date);
    assert.equal(sealed?.switches, day?.switches, date);
    assert.deepEqual(
      store.rollups.blocks(date, date, 0),
      (day?.blocks ?? []).map(block => ({ date, ...block })),
      date,
    );
  }
}

async function withRecord(record: RandomRecord, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(':memory:');
  try {
    store.write(batch(record));
    await work(store);
  } finally {
    store.close();
  }
}

const RANGE: fc.Arbitrary<Interval> = fc
  .record({
    minute: fc.integer({ min: -60, max: 6 * 24 * 60 }),
    length: fc.constantFrom(1, 7, 60, 600, 3000),
  })
  .map(({ minute, length }) => ({
    start: BEGIN + minute * MINUTE,
    end: BEGIN + (minute + length) * MINUTE + 7 * SECOND,
  }));
const RUNS = { numRuns: Number(process.env['FC_RUNS'] ?? 150) };

describe('forgetting a time', () => {
  it('leaves nothing that lies in it, and everything that does not', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(RANDOM_RECORD, RANGE, (record, range) =>
        withRecord(record, async store => {
          const before = everything(store);
          await store.forget(range);
          const after = everything(store);
          const isIn = ({ start, end }: Interval) =>
            start < range.end && (end > range.start || (start === end && start >= range.start));
          assert.deepEqual(after.spans.filter(isIn), []);
          assert.deepEqual(
            after.spans.filter(each => each.end < range.start || each.start > range.end),
            before.spans.filter(each => each.end < range.start || each.start > range.end),
          );
          assert.deepEqual(
            after.tallies.filter(each => isIn({ start: each.from, end: each.from + 300_000 })),
            [],
          );
          for (const each of allFacts(store)) {
            // What reached into it from before ends where it begins.
            assert.ok(each.at <= range.start || each.at >= range.end, each.kind);
            if (each.kind === 'away') assert.equal(isIn(each) && each.start !== each.end, false);
          }
        }),
      ),
      RUNS,
    );
  });

  it('shortens no time outside it', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(RANDOM_RECORD, RANGE, (record, range) =>
        withRecord(record, async store => {
          const covered = () =>
            everything(store)
              .spans.map(({ start, end }) => [
                Math.max(0, Math.min(end, range.start) - start) +
                  Math.max(0, end - Math.max(start, range.end)),
              ])
              .flat()
              .reduce((sum, ms) => sum + ms, 0);
          const before = covered();
          await store.forget(range);
          assert.equal(covered(), before);
        }),
      ),
      RUNS,
    );
  });

  it('leaves no rollup that says something else than the rows', async function () {
    this.timeout(240_000);
    await fc.assert(
      fc.asyncProperty(RANDOM_RECORD, RANGE, (record, range) =>
        withRecord(record, async store => {
          sealAll(store);
          await store.forget(range);
          assertRollupsHold(store);
        }),
      ),
      { numRuns: RUNS.numRuns / 3 },
    );
  });

  it('leaves both parts of a span corrected as it was, and nothing of what was said of those that are gone', async () => {
    const store = await openStore(':memory:');
    const minutes = (from: number, to: number) =>
      span({ start: NINE + from * MINUTE, end: NINE + to * MINUTE });
    const ids = store.write(batch({ spans: [minutes(0, 10), minutes(12, 13), minutes(14, 20)] }));
    const keys = [0, 12, 14].map((minute, i) => ({ start: NINE + minute * MINUTE, id: ids[i] ?? 0 }));
    store.part(correcting).change(keys, now => ({ ...now, project: 'given' }), NINE + DAY);
    await store.forget({ start: NINE + 5 * MINUTE, end: NINE + 6 * MINUTE });
    await store.forget({ start: NINE + 11 * MINUTE, end: NINE + 15 * MINUTE });
    assert.deepEqual(
      everything(store).spans.map(each => [
        (each.start - NINE) / MINUTE,
        (each.end - NINE) / MINUTE,
        each.project,
      ]),
      [
        [0, 5, 'given'],
        [6, 10, 'given'],
        [15, 20, 'given'],
      ],
    );
    store.close();
  });

  it('cuts a span in two, each with its share of the counts', async () => {
    const store = await openStore(':memory:');
    store.write(batch({ spans: [span({ end: NINE + 100 * SECOND, edits: 10, inserted: 100, deleted: 0 })] }));
    await store.forget({ start: NINE + 40 * SECOND, end: NINE + 50 * SECOND });
    assert.deepEqual(
      everything(store).spans.map(({ id, start, end, edits, inserted }) => [id, start, end, edits, inserted]),
      [
        [1, NINE, NINE + 40 * SECOND, 4, 40],
        [2, NINE + 50 * SECOND, NINE + 100 * SECOND, 5, 50],
      ],
    );
    assert.throws(() => store.write(batch({ spans: [span()] })), { code: 'forgotten' });
    assert.deepEqual(store.write(batch({ spans: [span()] })), [3]);
    store.close();
  });

  it('leaves in work what was in work at its end', async () => {
    const store = await openStore(':memory:');
    const start = (at: number, item: string) => fact(at, { kind: 'queue', item, phase: 'start' });
    const facts = [start(NINE, 'A'), start(NINE + HOUR, 'B'), start(NINE + HOUR + MINUTE, 'C')];
    store.write(batch({ facts, spans: [span({ start: NINE + 3 * HOUR, end: NINE + 4 * HOUR })] }));
    await store.forget({ start: NINE + HOUR, end: NINE + 2 * HOUR });
    const day = computeDays(everything(store), calendar, rules)[0];
    assert.deepEqual(
      day?.pieces.map(piece => piece.item),
      ['C'],
    );
    assert.equal(allFacts(store).at(-1)?.at, NINE + 2 * HOUR);
    store.close();
  });

  it('removes the names that nothing speaks of any more', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const doc = { project: 'shop', path: `${SECRET}.ts`, language: 'typescript' };
      store.write(batch({ spans: [span(), span({ start: NINE + HOUR, doc, branch: SECRET })] }));
      await store.forget({ start: NINE + HOUR, end: NINE + 2 * HOUR });
      assert.equal(readFileSync(path).includes(SECRET), false);
      assert.equal(everything(store).spans[0]?.doc?.path, 'src/cart.ts');
      store.close();
    }));
});

describe('forgetting a project', () => {
  it('leaves the rows of others as they are, and no rollup that says something else', async function () {
    this.timeout(240_000);
    await fc.assert(
      fc.asyncProperty(RANDOM_RECORD, record =>
        withRecord(record, async store => {
          sealAll(store);
          const before = everything(store).spans;
          await store.forget({ project: 'shop' });
          assert.deepEqual(
            everything(store).spans,
            before.filter(each => each.project !== 'shop'),
          );
          assert.deepEqual(
            everything(store).tallies.filter(each => each.project === 'shop'),
            [],
          );
          assert.deepEqual(
            allFacts(store).filter(each => each.project === 'shop'),
            [],
          );
          assertRollupsHold(store);
        }),
      ),
      { numRuns: RUNS.numRuns / 3 },
    );
  });

  it('keeps what was only said while it was in front, without the place', async () => {
    const store = await openStore(':memory:');
    const place = { project: SECRET, branch: SECRET, path: SECRET };
    const away = fact(NINE + HOUR, { kind: 'away', start: NINE, end: NINE + HOUR, as: 'meeting' }, place);
    const queue = fact(NINE + HOUR, { kind: 'queue', item: 'T-1', phase: 'start' }, place);
    const commit = fact(
      NINE + HOUR,
      { kind: 'git', event: 'commit', repo: SECRET, hash: null },
      { project: 'shop' },
    );
    store.write(batch({ facts: [away, queue, commit] }));
    await store.forget({ project: SECRET });
    assert.deepEqual(
      allFacts(store),
      [away, queue].map(each => ({ ...each, project: null, branch: null, path: null })),
    );
    store.close();
  });

  it('leaves its name in no file while other windows have it open', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const [store, other] = [await openStore(path), await openStore(path)];
      const doc = { project: SECRET, path: `${SECRET}/a.ts`, language: 'typescript' };
      const ours = { project: SECRET, branch: SECRET, doc };
      for (let i = 0; i < 100; i++) {
        const rows = {
          spans: [span({ start: NINE + i * MINUTE, ...ours })],
          tallies: [tally({ project: SECRET })],
        };
        (i % 2 === 0 ? store : other).write(batch(rows));
      }
      store.checkpoint();
      const [id = 0] = other.write(batch({ spans: [span({ start: NINE + 3 * HOUR, ...ours })] }));
      const bounds = calendar.dayAt(NINE);
      store.sealDay(bounds, rules, slice => computeDays(slice, calendar, rules)[0]);
      assert.equal(await store.forget({ project: SECRET }), true);
      const withSecret = readdirSync(folder).filter(name =>
        readFileSync(join(folder, name)).includes(SECRET),
      );
      assert.deepEqual(withSecret, []);
      // What the other window still holds of it does not come back.
      assert.throws(() => other.write(batch({ spans: [span({ id, start: NINE + 3 * HOUR, ...ours })] })), {
        code: 'forgotten',
      });
      other.write(batch({ spans: [span({ start: NINE + 4 * HOUR })] }));
      assert.deepEqual(
        everything(store).spans.map(each => each.project),
        ['shop'],
      );
      store.close();
      other.close();
    }));

  it('knows every table that there is', async () => {
    const store = await openStore(':memory:');
    store.close();
    const { DatabaseSync } = await import('node:sqlite');
    const { Connection } = await import('../../../src/store/connection.ts');
    const { migrate } = await import('../../../src/store/migrate.ts');
    const database = new DatabaseSync(':memory:');
    await migrate(new Connection(database));
    const tables = database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .all()
      .map(row => String(row['name']));
    assert.deepEqual([...FORGOTTEN_TABLES].sort(), tables.sort());
    database.close();
  });
});

describe('tidying', () => {
  it('removes what is too old, and costs no window what it holds', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const [store, other] = [await openStore(path), await openStore(path)];
      const old = { start: NINE - 100 * DAY, branch: SECRET };
      store.write(batch({ spans: [span(old), span({ ...old, start: NINE - 50 * DAY }), span()] }));
      const [id = 0] = other.write(batch({ spans: [span({ window: 'w2', start: NINE + 1 })] }));
      await store.tidy(NINE - DAY);
      assert.deepEqual(
        other.write(batch({ spans: [span({ id, window: 'w2', start: NINE + 1, edits: 9 })] })),
        [id],
      );
      assert.deepEqual(
        everything(store).spans.map(each => [each.start, each.edits]),
        [
          [NINE, 3],
          [NINE + 1, 9],
        ],
      );
      await store.forget({ start: NINE + DAY, end: NINE + 2 * DAY });
      assert.throws(() => other.write(batch({ spans: [span({ id, start: NINE + 1 })] })), {
        code: 'forgotten',
      });
      store.close();
      other.close();
      assert.equal(readFileSync(path).includes(SECRET), false);
    }));
});
