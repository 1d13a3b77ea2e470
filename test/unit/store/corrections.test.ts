import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  correctSpans,
  NO_CORRECTION,
  type Correction,
  type SpanKey,
} from '../../../src/core/activity/correction.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { openStore } from '../../../src/store/open.ts';
import { correcting } from '../../../src/store/correcting.ts';
import type { Store } from '../../../src/store/store.ts';
import { CORRECTIONS } from '../../support/corrections.ts';
import { batch, DAY, fact, HOUR, IDLE_AFTER, MINUTE, NINE, span } from './builders.ts';
import { assertCleanDays, calendar, remember, rules, seal, type Known } from './cleanDays.ts';
import { BEGIN, RANDOM_RECORD } from './randomRecord.ts';

const HIDE = (now: Correction): Correction => ({ ...now, isHidden: true });
const giveTo =
  (project: string | null) =>
  (now: Correction): Correction => ({ ...now, project });

describe('a correction', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(':memory:');
  });
  afterEach(() => {
    store.close();
  });

  const monday = calendar.dayAt(NINE);
  const tuesday = calendar.dayAt(NINE + DAY);
  const read = () => store.slice(monday.start, monday.end, IDLE_AFTER).slice.spans;

  /** Three spans of a minute, ten minutes apart; answers how they are called. */
  function writeThree(): SpanKey[] {
    const starts = [NINE, NINE + 10 * MINUTE, NINE + 20 * MINUTE];
    const ids = store.write(batch({ spans: starts.map(start => span({ start, end: start + MINUTE })) }));
    return starts.map((start, i) => ({ start, id: ids[i] ?? 0 }));
  }

  it('lets a deleted span be read no more, and given ones as they were given', () => {
    const [first, second, third] = writeThree();
    assert.ok(first && second && third);
    store.part(correcting).change([first], HIDE, NINE);
    store.part(correcting).change([second], giveTo('tools'), NINE);
    store.part(correcting).change([third], now => ({ ...now, item: 'i7' }), NINE);
    assert.deepEqual(
      read().map(({ id, project, item, doc }) => [id, project, item, doc?.project]),
      [
        [second.id, 'tools', undefined, 'shop'],
        [third.id, 'shop', 'i7', 'shop'],
      ],
    );
  });

  it('answers what has changed, and that of a span which is not there nothing has', () => {
    const [first] = writeThree();
    assert.ok(first);
    assert.deepEqual(store.part(correcting).change([first, { start: 5, id: 99 }], HIDE, NINE), [
      { key: first, before: NO_CORRECTION, after: { ...NO_CORRECTION, isHidden: true } },
    ]);
    assert.deepEqual(store.part(correcting).change([first], HIDE, NINE), []);
  });

  it('is none where a span is given to the project that it was recorded in', () => {
    const [first] = writeThree();
    assert.ok(first);
    store.part(correcting).change([first], giveTo('tools'), NINE);
    store.part(correcting).change([first], giveTo('shop'), NINE);
    assert.equal(store.corrections.between(NINE, NINE).size, 0);
  });

  it('holds for a span that goes on to grow', () => {
    const [first] = writeThree();
    assert.ok(first);
    store.part(correcting).change([first], giveTo('tools'), NINE);
    store.write(batch({ spans: [span({ id: first.id, end: NINE + 2 * MINUTE, edits: 9 })] }));
    assert.deepEqual(
      read().map(({ project, edits }) => [project, edits]),
      [
        ['tools', 9],
        ['shop', 3],
        ['shop', 3],
      ],
    );
  });

  it('makes the days dirty that the span has a part in, and no others', () => {
    const late = span({ start: monday.end - MINUTE, end: monday.end + MINUTE });
    const [id = 0] = store.write(batch({ spans: [late, span({ start: NINE + 2 * DAY })] }));
    const wednesday = calendar.dayAt(NINE + 2 * DAY);
    for (const day of [monday, tuesday, wednesday]) seal(store, day);
    const version = store.corrections.version();
    store.part(correcting).change([{ start: late.start, id }], HIDE, NINE);
    const dirty = store.itemShares.dirtyDays().map(({ date }) => date);
    assert.deepEqual(dirty, [monday.date, tuesday.date]);
    assert.notEqual(store.corrections.version(), version);
  });

  it('makes a test be waited for from the sign of a person before the deleted one', () => {
    const run = (at: number, phase: 'start' | 'end') =>
      fact(at, { kind: 'terminal', class: 'test', phase, exitCode: null, id: '7' });
    const facts = [run(NINE + 2 * HOUR, 'start'), run(NINE + 3 * HOUR, 'end')];
    // While the test ran, the only sign of life is the second span.
    const spans = [NINE, NINE + 2 * HOUR + MINUTE, NINE + 4 * HOUR].map(start => span({ start }));
    const ids = store.write(batch({ spans, facts }));
    assert.equal(seal(store, monday)?.waitingMs, MINUTE + IDLE_AFTER);
    store.part(correcting).change([{ start: NINE + 2 * HOUR + MINUTE, id: ids[1] ?? 0 }], HIDE, NINE);
    assert.equal(seal(store, monday)?.waitingMs, IDLE_AFTER);
  });

  it('is gone when everything is erased', async () => {
    store.part(correcting).change(writeThree(), HIDE, NINE);
    await store.scrub();
    assert.equal(store.corrections.between(NINE, NINE + HOUR).size, 0);
  });

  it('of any spans leaves every clean day what all rows give, and taken back gives back every number', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(RANDOM_RECORD, CORRECTIONS, async (record, corrections) => {
        const random = await openStore(':memory:');
        try {
          const known: Known = { spans: [], facts: [], tallies: [] };
          const part = { ...batch(record), touched: batch({ ...record, facts: [] }).touched };
          remember(known, part, random.write(part));
          assertCleanDays(random, known);
          const before = numbersOf(random);
          const keys = known.spans.map(({ start, id }) => ({ start, id }));
          const wanted = new Map(keys.map((key, i) => [key.id, corrections[i % corrections.length]]));
          const changes = random.part(correcting).change(keys, (now, { id }) => wanted.get(id) ?? now, BEGIN);
          const spans = correctSpans(known.spans, ({ id }) => wanted.get(id));
          // Once for what stayed clean, once for what had to be sealed anew.
          assertCleanDays(random, { ...known, spans });
          assertCleanDays(random, { ...known, spans });
          const back = new Map(changes.map(change => [change.key.id, change.before]));
          random.part(correcting).change(keys, (now, { id }) => back.get(id) ?? now, BEGIN);
          assertCleanDays(random, known);
          assertCleanDays(random, known);
          assert.deepEqual(numbersOf(random), before);
        } finally {
          random.close();
        }
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 100) },
    );
  });
});

function numbersOf(store: Store) {
  const { slice } = store.slice(BEGIN - 3 * DAY, BEGIN + 12 * DAY, IDLE_AFTER);
  return {
    days: computeDays(slice, calendar, rules),
    rollups: store.rollups.days('2026-01-01', '2027-12-31'),
    portions: store.dayParts.portions('2026-01-01', '2027-12-31'),
    items: store.itemShares.between('2026-01-01', '2027-12-31'),
  };
}
