import assert from 'node:assert/strict';
import type { Fact } from '../../../src/core/activity/facts.ts';
import { Backlog } from '../../../src/runtime/backlog.ts';
import { Recorder } from '../../../src/runtime/recorder.ts';
import type { Batch } from '../../../src/store/batch.ts';
import { doc, edit, git } from '../../support/signals.ts';

/** A recorder whose store can be full. */
function recorder(mostSpans: number, mostFacts: number) {
  const disk = { isFull: true, batches: [] as Batch[] };
  const made = new Recorder(
    {
      write(batch) {
        if (disk.isFull) throw new Error('full');
        disk.batches.push({ ...batch, spans: batch.spans.map(span => ({ ...span })) });
        return batch.spans.map((span, i) => span.id || i + 1);
      },
      offsetAt: () => 0,
    },
    new Backlog(mostSpans, mostFacts),
  );
  return { made, disk };
}

const commitsIn = (batches: readonly Batch[]) =>
  batches.flatMap(batch => batch.facts).map((fact: Fact) => (fact.kind === 'git' ? fact.hash : null));

describe('what cannot be written', () => {
  it('is kept in memory up to a bound; then the oldest goes, and is counted', () => {
    const { made, disk } = recorder(100, 50);
    for (let i = 0; i < 60; i++) made.record(git(i * 1000, { hash: String(i) }));
    assert.throws(() => made.flush());
    disk.isFull = false;
    made.flush();
    const kept = commitsIn(disk.batches);
    assert.ok(kept.length <= 50);
    assert.equal(kept.at(-1), '59');
    assert.equal(made.takeDropped(), 60 - kept.length);
    assert.equal(made.takeDropped(), 0);
  });

  it('leaves spans merging, and keeps the newest of them', () => {
    const { made, disk } = recorder(20, 50);
    // Each file for twenty seconds.
    for (let i = 0; i < 90; i++) made.record(edit(i * 10_000, { doc: doc(`${Math.floor(i / 3)}.ts`) }));
    disk.isFull = false;
    made.flush();
    const [batch] = disk.batches;
    assert.ok(batch && batch.spans.length <= 20);
    assert.equal(batch.spans.length + made.takeDropped(), 30);
    assert.deepEqual(
      batch.spans.slice(-1).map(span => [span.doc?.path, span.edits, span.end - span.start]),
      [['29.ts', 3, 20_000]],
    );
  });

  it('is written in parts, each row once, when it can be written again', () => {
    const { made, disk } = recorder(1_000, 1_000);
    for (let i = 0; i < 70; i++) {
      made.record(edit(i * 60_000, { doc: doc(`${i}.ts`) }));
      made.record(git(i * 60_000 + 1, { hash: String(i) }));
    }
    disk.isFull = false;
    while (made.isDirty) made.flush(30);
    assert.deepEqual(
      disk.batches.map(batch => [batch.spans.length, batch.facts.length, batch.tallies.length]),
      [
        [30, 30, 30],
        [30, 30, 30],
        [10, 10, 10],
      ],
    );
    assert.deepEqual(
      disk.batches.flatMap(batch => batch.spans).map(span => span.doc?.path),
      Array.from({ length: 70 }, (_, i) => `${i}.ts`),
    );
    assert.equal(new Set(commitsIn(disk.batches)).size, 70);
  });
});
