import assert from 'node:assert/strict';
import { ACTIVITIES } from '../../../src/core/activity/span.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, DAY, fact, HOUR, IDLE_AFTER, MINUTE, NINE, span, tally } from './builders.ts';

describe('the store', () => {
  let store: Store;
  let warnings: string[];
  beforeEach(async () => {
    warnings = [];
    store = await openStore(':memory:', { onWarning: message => warnings.push(message) });
  });
  afterEach(() => {
    store.close();
  });

  const sliceOf = () => store.slice(NINE - DAY, NINE + DAY, IDLE_AFTER).slice;

  it('gives spans back as they were written, with ids in the order of writing', () => {
    const spans = [
      span({ start: NINE + MINUTE, lulls: [NINE + MINUTE + 16_000, NINE + MINUTE + 40_000] }),
      span({ doc: null, project: null, branch: null, offset: -570, end: NINE }),
      span({ doc: { project: null, path: '/tmp/x.md', language: 'markdown' }, project: null }),
      span({ doc: null, project: 'tools', window: 'w2', activity: 'terminal' }),
    ];
    const ids = store.write(batch({ spans }));
    assert.deepEqual(ids, [1, 2, 3, 4]);
    const [first, ...others] = spans.map((each, i) => ({ ...each, id: ids[i] ?? 0 }));
    assert.deepEqual(sliceOf().spans, [...others, first]);
  });

  it('keeps every activity', () => {
    const spans = ACTIVITIES.map((activity, i) => span({ activity, start: NINE + i * MINUTE }));
    store.write(batch({ spans }));
    assert.deepEqual(
      sliceOf().spans.map(each => each.activity),
      ACTIVITIES,
    );
  });

  it('lets a span grow, and never shrink', () => {
    const [id = 0] = store.write(batch({ spans: [span({ edits: 1 })] }));
    const lulls = [NINE + 70_000, NINE + 90_000];
    const grown = span({ id, end: NINE + 3 * MINUTE, edits: 5, inserted: 50, deleted: 9, lulls });
    assert.deepEqual(store.write(batch({ spans: [grown] })), [id]);
    assert.deepEqual(store.write(batch({ spans: [span({ id, edits: 2 })] })), [id]);
    assert.deepEqual(sliceOf().spans, [grown]);
  });

  it('gives facts of every kind back in the order of time, then of writing', () => {
    const facts = [
      fact(NINE, { kind: 'focus', focused: true, active: false }),
      fact(NINE, { kind: 'queue', item: 'T-1', phase: 'start' }, { project: null, branch: null }),
      fact(NINE, { kind: 'away', start: NINE - HOUR, end: NINE, as: 'reading' }, { window: 'w2' }),
      fact(NINE, { kind: 'suspend', since: NINE - HOUR }),
      fact(NINE + 1, {
        kind: 'task',
        group: 'test',
        background: false,
        phase: 'end',
        exitCode: 1,
        id: 'npm: test',
      }),
      fact(NINE + 2, { kind: 'terminal', class: 'build', phase: 'start', exitCode: null, id: '3' }),
      fact(NINE + 3, { kind: 'debug', phase: 'stop', id: 'd' }),
      fact(NINE + 4, { kind: 'diagnostics', errors: 2 }, { path: 'src/cart.ts' }),
      fact(NINE + 5, { kind: 'git', event: 'commit', repo: 'shop', hash: 'abc' }),
    ];
    store.write(batch({ facts: facts.slice(4) }));
    store.write(batch({ facts: facts.slice(0, 4) }));
    assert.deepEqual(store.factsBetween(NINE, NINE + 6), facts);
    assert.deepEqual(store.factsBetween(NINE + 4, NINE + 5), [facts[7]]);
  });

  it('gives tallies back by their time', () => {
    const tallies = [tally(), tally({ project: null, path: 'a.md', language: 'markdown', branch: null })];
    const later = tally({ from: NINE + 5 * MINUTE });
    store.write(batch({ tallies: [later, ...tallies] }));
    assert.deepEqual(store.slice(NINE, NINE + MINUTE, IDLE_AFTER).slice.tallies, tallies);
    assert.deepEqual(sliceOf().tallies, [...tallies, later]);
  });

  it('takes the same batch twice without a change', () => {
    const queue = (phase: 'start' | 'stop') => fact(NINE, { kind: 'queue', item: 'T-1', phase });
    const rows = {
      facts: [queue('start'), queue('stop'), queue('start')],
      tallies: [tally()],
    };
    const [id = 0] = store.write(batch({ ...rows, spans: [span()] }));
    const before = sliceOf();
    assert.equal(before.facts.length, 3);
    store.write(batch({ ...rows, spans: [span({ id })] }));
    assert.deepEqual(sliceOf(), before);
  });

  it('writes all of a batch or nothing', () => {
    const broken = tally({ path: 'new.ts', typed: 0.5 });
    const whole = batch({
      spans: [span({ project: 'new' })],
      facts: [fact(NINE, { kind: 'diagnostics', errors: 1 })],
    });
    assert.throws(() => store.write({ ...whole, tallies: [broken] }), { code: 'other' });
    assert.deepEqual(sliceOf(), { spans: [], facts: [], tallies: [] });
    // Names that the rolled-back batch had written are written again, not taken for known.
    assert.deepEqual(store.write(batch({ spans: [span({ project: 'new' })], tallies: [tally()] })), [1]);
    assert.equal(sliceOf().spans[0]?.project, 'new');
  });

  it('leaves out rows that it cannot understand, and says so', () => {
    store.write(batch({ facts: [fact(NINE, { kind: 'diagnostics', errors: 1 })] }));
    store.write(batch({ facts: [fact(NINE + 1, { kind: 'diagnostics', errors: Number.NaN })] }));
    assert.equal(store.factsBetween(NINE, NINE + 2).length, 1);
    assert.deepEqual(warnings, ['Row 2 of the table "event" cannot be understood and is left out.']);
  });

  it('shares small facts among windows by key', () => {
    assert.equal(store.getMeta('recording'), null);
    store.setMeta('recording', 'on');
    store.setMeta('recording', 'off');
    assert.equal(store.getMeta('recording'), 'off');
    store.setMeta('recording', null);
    assert.equal(store.getMeta('recording'), null);
  });

  it('knows the first time that it speaks of', () => {
    assert.equal(store.firstTime(), null);
    store.write(batch({ spans: [span()], tallies: [tally({ from: NINE - HOUR })] }));
    assert.equal(store.firstTime(), NINE - HOUR);
  });
});
