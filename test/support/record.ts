import type { Fact, RecordSlice, Tally } from '../../src/core/activity/facts.ts';
import type { Signal } from '../../src/core/activity/signal.ts';
import type { Span } from '../../src/core/activity/span.ts';
import { Recorder } from '../../src/runtime/recorder.ts';
import type { Batch } from '../../src/store/batch.ts';

/** A store without a database: keeps batches as rows and gives ids as the real one does. */
export class MemoryStore {
  private readonly spans = new Map<number, Span>();
  private readonly facts: Fact[] = [];
  private readonly tallies = new Map<string, Tally>();

  write(batch: Batch): number[] {
    const ids = batch.spans.map(span => {
      const id = span.id || this.spans.size + 1;
      this.spans.set(id, { ...span, id, lulls: [...span.lulls] });
      return id;
    });
    this.facts.push(...batch.facts);
    for (const t of batch.tallies) {
      this.tallies.set(JSON.stringify([t.from, t.window, t.project, t.path, t.language, t.branch]), t);
    }
    return ids;
  }

  all(): RecordSlice {
    const spans = [...this.spans.values()].sort((a, b) => a.start - b.start || a.id - b.id);
    return { spans, facts: this.facts, tallies: [...this.tallies.values()] };
  }
}

/** What a recorder makes of signals; `flushEvery` signals it writes. */
export function record(signals: readonly Signal[], flushEvery = Infinity): RecordSlice {
  const store = new MemoryStore();
  const recorder = new Recorder({ write: batch => store.write(batch), offsetAt: () => 0 });
  signals.forEach((signal, i) => {
    recorder.record(signal);
    if (i % flushEvery === flushEvery - 1) recorder.flush();
  });
  recorder.flush();
  return store.all();
}
