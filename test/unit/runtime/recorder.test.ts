import assert from 'node:assert/strict';
import { Recorder } from '../../../src/runtime/recorder.ts';
import type { Batch } from '../../../src/store/batch.ts';
import { MemoryStore } from '../../support/record.ts';
import * as make from '../../support/signals.ts';

const NOON = Date.parse('2026-03-02T12:00:00Z');

function recording() {
  const store = new MemoryStore();
  const batches: Batch[] = [];
  let failure: Error | null = null;
  const recorder = new Recorder({
    write(batch) {
      if (failure) throw failure;
      batches.push(batch);
      return store.write(batch);
    },
    offsetAt: () => 60,
  });
  return { store, batches, recorder, fail: (error: Error | null) => (failure = error) };
}

describe('Recorder', () => {
  it('writes nothing when nothing has happened', () => {
    const { recorder, batches } = recording();
    recorder.flush();
    recorder.record(make.tick(NOON));
    recorder.flush();
    assert.equal(batches.length, 0);
  });

  it('tells of the ids that were committed, and only then', () => {
    const { recorder } = recording();
    const told: (readonly number[])[] = [];
    recorder.onDidCommit(ids => told.push(ids));
    recorder.record(make.edit(NOON));
    assert.deepEqual(told, []);
    recorder.flush();
    assert.deepEqual(told, [[1]]);
  });

  it('writes a span that has grown again under its id', () => {
    const { recorder, store, batches } = recording();
    recorder.record(make.edit(NOON));
    recorder.flush();
    recorder.record(make.edit(NOON + 1000));
    recorder.flush();
    assert.equal(batches.length, 2);
    const { spans } = store.all();
    assert.deepEqual(
      spans.map(({ id, start, end, edits }) => ({ id, start, end, edits })),
      [{ id: 1, start: NOON, end: NOON + 1000, edits: 2 }],
    );
  });

  it('loses nothing when a write fails, and counts nothing twice', () => {
    const { recorder, store, fail } = recording();
    recorder.record(make.edit(NOON, { inserted: 3 }));
    fail(new Error('busy'));
    assert.throws(() => {
      recorder.flush();
    }, /busy/);
    recorder.record(make.edit(NOON + 1000, { inserted: 4 }));
    fail(null);
    recorder.flush();
    recorder.flush();
    const { spans, tallies } = store.all();
    assert.deepEqual([spans.length, spans[0]?.edits, spans[0]?.inserted], [1, 2, 7]);
    assert.deepEqual([tallies.length, tallies[0]?.typed, tallies[0]?.inserted], [1, 2, 7]);
  });

  it('keeps no text and no name of a task', () => {
    const { recorder, batches } = recording();
    recorder.record(make.task(NOON, 'start', { name: 'deploy the secret plan' }));
    recorder.flush();
    assert.doesNotMatch(JSON.stringify(batches), /secret/);
  });

  it('counts edits that carry no time apart from the timeline', () => {
    const { recorder, store } = recording();
    recorder.record(make.edit(NOON, { origin: 'program', inserted: 100 }));
    recorder.record(make.focus(NOON + 1, false));
    recorder.record(make.edit(NOON + 2));
    recorder.flush();
    const { spans, tallies } = store.all();
    assert.equal(spans.length, 0);
    assert.deepEqual([tallies[0]?.program, tallies[0]?.typed, tallies[0]?.inserted], [1, 1, 101]);
  });

  it('notes pauses of 15 s and more inside a span', () => {
    const { recorder, store } = recording();
    for (const at of [0, 14_999, 30_000, 59_000]) recorder.record(make.edit(NOON + at));
    recorder.flush();
    assert.deepEqual(store.all().spans[0]?.lulls, [
      NOON + 14_999,
      NOON + 30_000,
      NOON + 30_000,
      NOON + 59_000,
    ]);
  });

  it('goes on counting edits of five minutes to which the clock was set back days later', () => {
    const { recorder, store } = recording();
    const DAYS = 5 * 86_400_000;
    for (const at of [NOON, NOON + DAYS, NOON + 1000]) {
      recorder.record(make.edit(at));
      recorder.flush();
    }
    assert.deepEqual(
      store.all().tallies.map(tally => [tally.from, tally.typed]),
      [
        [NOON, 2],
        [NOON + DAYS, 1],
      ],
    );
  });

  it('starts a span of its own when the clock is set back, and shortens none', () => {
    const { recorder, store } = recording();
    for (const at of [NOON, NOON + 10_000, NOON - 3_600_000, NOON - 3_590_000])
      recorder.record(make.edit(at));
    recorder.flush();
    assert.deepEqual(
      store.all().spans.map(({ start, end }) => [start - NOON, end - NOON]),
      [
        [-3_600_000, -3_590_000],
        [0, 10_000],
      ],
    );
  });

  it('says which time a batch can change', () => {
    const { recorder, batches } = recording();
    recorder.record(make.edit(NOON));
    recorder.flush();
    recorder.record(make.edit(NOON + 5000));
    recorder.record(make.away(NOON + 6000, NOON - 9000, NOON - 8000, 'break'));
    recorder.flush();
    assert.deepEqual(batches[1]?.touched, { start: NOON - 9000, end: NOON + 5000 });
  });

  it('takes one signal object filled anew for each event', () => {
    const { recorder, store } = recording();
    const signal = { ...make.edit(NOON), at: NOON };
    recorder.record(signal);
    signal.at = NOON + 2000;
    recorder.record(signal);
    recorder.flush();
    const [span] = store.all().spans;
    assert.deepEqual([span?.start, span?.end], [NOON, NOON + 2000]);
  });
});
