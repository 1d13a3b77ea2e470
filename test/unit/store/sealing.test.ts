import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { longRollups } from '../../../src/store/longRollups.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, DAY, fact, HOUR, IDLE_AFTER, MINUTE, NINE, span, tally } from './builders.ts';
import { assertCleanDays, calendar, partsOf, remember, rules, seal, type Known } from './cleanDays.ts';
import { RANDOM_RECORD } from './randomRecord.ts';

/** The dates that are marked dirty. */
function dirtyDates(store: Store): string[] {
  const seals = store.rollups.seals('2026-01-01', '2027-12-31');
  return seals.filter(each => each.isDirty).map(each => each.date);
}

describe('a sealed day', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(':memory:');
  });
  afterEach(() => {
    store.close();
  });

  const monday = calendar.dayAt(NINE);
  const tuesday = calendar.dayAt(NINE + DAY);

  it('reads back as it was computed', () => {
    const other = span({ start: NINE + 2 * MINUTE, activity: 'testing', doc: null, project: 'tools' });
    const edits = tally({ typed: 5, bulk: 2, program: 1, undo: 1 });
    store.write(batch({ spans: [span({ end: NINE + 30 * MINUTE })], tallies: [edits] }));
    store.write(batch({ spans: [{ ...other, start: NINE + 40 * MINUTE, end: NINE + 41 * MINUTE }] }));
    const day = seal(store, monday);
    assert.ok(day);
    const { blocks, pieces, waits, ...numbers } = day;
    assert.equal(pieces.length, 2);
    assert.deepEqual(store.rollups.days(monday.date, monday.date), [
      { ...numbers, idleAfterMs: IDLE_AFTER, isDirty: false },
    ]);
    assert.deepEqual(
      store.rollups.blocks(monday.date, monday.date, 0),
      blocks.map(block => ({ date: monday.date, ...block })),
    );
    assert.deepEqual(store.part(longRollups).heatmap('2026-01-01', '2026-12-31', 25 * MINUTE), [
      { date: monday.date, activeMs: 31 * MINUTE, deepMs: 30 * MINUTE },
    ]);
    assert.deepEqual(store.part(longRollups).topFiles('2026-01-01', '2026-12-31', 20), [
      { project: 'shop', path: 'src/cart.ts', activeMs: 30 * MINUTE, edits: 9 },
    ]);
    assert.deepEqual(store.part(longRollups).languagesByWeek('2026-01-01', '2026-12-31'), [
      { week: '2026-11-23', language: null, activeMs: MINUTE },
      { week: '2026-11-23', language: 'typescript', activeMs: 30 * MINUTE },
    ]);
  });

  it('on which nothing happened is known as sealed, but not listed', () => {
    assert.equal(seal(store, monday), undefined);
    assert.deepEqual(store.rollups.days(monday.date, monday.date), []);
    assert.deepEqual(store.rollups.seals(monday.date, monday.date), [
      { date: monday.date, start: monday.start, end: monday.end, idleAfterMs: IDLE_AFTER, isDirty: false },
    ]);
  });

  it('is made dirty by a row of its own, and clean by another sealing', () => {
    seal(store, monday);
    seal(store, tuesday);
    store.write(batch({ spans: [span()] }));
    assert.deepEqual(dirtyDates(store), [monday.date]);
    seal(store, monday);
    assert.deepEqual(dirtyDates(store), []);
    assert.equal(store.rollups.days(monday.date, monday.date)[0]?.activeMs, MINUTE);
  });

  it('is made dirty by a row after midnight that joins its last gap, not by a later one', () => {
    store.write(batch({ spans: [span({ start: monday.end - 4 * MINUTE, end: monday.end - 3 * MINUTE })] }));
    seal(store, monday);
    store.write(batch({ spans: [span({ start: monday.end + 3 * MINUTE })] }));
    assert.deepEqual(dirtyDates(store), []);
    store.write(batch({ spans: [span({ start: monday.end + MINUTE })] }));
    assert.deepEqual(dirtyDates(store), [monday.date]);
  });

  it('is made dirty by a queue fact of the day before, up to where the next item began', () => {
    const start = (at: number, item: string) => fact(at, { kind: 'queue', item, phase: 'start' });
    store.write(batch({ spans: [span()], facts: [start(NINE + HOUR, 'b')] }));
    const sunday = calendar.dayAt(NINE - DAY);
    for (const day of [sunday, monday, tuesday]) seal(store, day);
    store.write({ ...batch({ facts: [start(NINE - DAY, 'a')] }) });
    assert.deepEqual(dirtyDates(store), [sunday.date, monday.date]);
  });

  it('is made dirty by the end of a test that began on it', () => {
    const run = (at: number, phase: 'start' | 'end') =>
      fact(at, { kind: 'terminal', class: 'test', phase, exitCode: null, id: '7' });
    store.write(batch({ spans: [span()], facts: [run(NINE + MINUTE, 'start')] }));
    seal(store, monday);
    store.write(batch({ facts: [run(NINE + DAY, 'end')] }));
    assert.deepEqual(dirtyDates(store), [monday.date]);
    // The test waits for a sign of a person, which comes on the next day.
    seal(store, monday);
    store.write(batch({ spans: [span({ start: NINE + DAY + HOUR })] }));
    assert.deepEqual(dirtyDates(store), [monday.date]);
    assert.equal(seal(store, monday)?.waitingMs, IDLE_AFTER);
    store.write(batch({ spans: [span({ start: NINE + DAY + 2 * HOUR })] }));
    assert.deepEqual(dirtyDates(store), []);
  });

  it('is made dirty by the sign of a person before a test that ran on it, however long before', () => {
    const run = (at: number, phase: 'start' | 'end') =>
      fact(at, { kind: 'terminal', class: 'test', phase, exitCode: null, id: '7' });
    const facts = [run(NINE - 3 * HOUR, 'start'), run(NINE - 2 * HOUR, 'end')];
    store.write(batch({ spans: [span()], facts }));
    assert.equal(seal(store, monday)?.waitingMs, 0);
    store.write(batch({ spans: [span({ start: NINE - DAY })] }));
    assert.deepEqual(dirtyDates(store), [monday.date]);
    assert.equal(seal(store, monday)?.waitingMs, IDLE_AFTER);
    store.write(batch({ spans: [span({ start: NINE - DAY - HOUR })] }));
    assert.deepEqual(dirtyDates(store), []);
    store.write(batch({ spans: [span({ start: NINE - DAY + HOUR })] }));
    assert.deepEqual(dirtyDates(store), [monday.date]);
  });

  it('counts a test that was started anew from its second start, however far that is', () => {
    const run = (at: number, phase: 'start' | 'end') =>
      fact(at, { kind: 'terminal', class: 'test', phase, exitCode: null, id: '7' });
    const spans = [span({ start: NINE }), span({ start: NINE + HOUR })];
    store.write(batch({ spans, facts: [run(NINE - HOUR, 'start'), run(NINE + 2 * DAY, 'end')] }));
    assert.equal(seal(store, monday)?.waitingMs, IDLE_AFTER);
    store.write(batch({ facts: [run(NINE + DAY, 'start')] }));
    assert.deepEqual(dirtyDates(store), [monday.date]);
    assert.equal(seal(store, monday)?.waitingMs, 0);
  });

  it('is rolled back whole where the computing throws', () => {
    seal(store, monday);
    assert.throws(() => store.sealDay(monday, rules, () => assert.fail('no')), /no/);
    assert.equal(store.rollups.seals(monday.date, monday.date).length, 1);
  });

  it('that is not dirty equals what all rows give, whatever was written later', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(RANDOM_RECORD, fc.infiniteStream(fc.nat(3)), async (record, dice) => {
        const store = await openStore(':memory:');
        try {
          const known: Known = { spans: [], facts: [], tallies: [] };
          for (const part of partsOf(record, () => Number(dice.next().value))) {
            remember(known, part, store.write(part));
            assertCleanDays(store, known);
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 100) },
    );
  });
});
