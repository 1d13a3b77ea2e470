import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignalOf } from '../../core/activity/signal.ts';
import { Recorder } from '../../runtime/recorder.ts';
import { figure, median, ratio, timed, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { YEAR_START } from './workday.ts';

const EVENTS = 20_000;
const ROUNDS = 21;

/** What an edit costs from the listener to the recorder, no flush; beside appending it to a file or to a list of JSON. */
export function benchRecording({ folder }: Databases): Measured[] {
  const edits = new Edits();
  const recorder = makeRecorder();
  const rounds: number[] = [];
  const bytes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const heapBefore = process.memoryUsage().heapUsed;
    rounds.push(
      timed(() => {
        edits.each(edit => {
          recorder.record(edit);
        });
      }),
    );
    bytes.push(process.memoryUsage().heapUsed - heapBefore);
    recorder.flush();
  }
  const file = join(folder, 'edits.jsonl');
  const append = timed(() => {
    edits.each(edit => {
      appendFileSync(file, `${JSON.stringify(edit)}\n`);
    });
  });
  const list: string[] = [];
  const push = timed(() => {
    edits.each(edit => {
      list.push(JSON.stringify(edit));
    });
  });

  const ours = perEvent(median(rounds));
  return [
    figure('an edit event, recorded', ours, 'µs', 0.5),
    figure('an edit event, memory', Math.max(0, median(bytes)) / EVENTS, 'B', 32),
    figure('naive: an edit event appended to a file', perEvent(append), 'µs', null),
    figure('naive: an edit event pushed as JSON', perEvent(push), 'µs', null),
    ratio('edit event ÷ appendFileSync', ours, perEvent(append), 0.25),
  ];
}

/** Answers what types for a while and says what an edit cost, in microseconds. */
export function editCost(): () => number {
  const edits = new Edits();
  const recorder = makeRecorder();
  return () => {
    const ms = timed(() => {
      edits.each(edit => {
        recorder.record(edit);
      });
    });
    recorder.flush();
    return perEvent(ms);
  };
}

/** One whose store costs nothing. */
function makeRecorder(): Recorder {
  return new Recorder({ write: batch => batch.spans.map((_, i) => i + 1), offsetAt: () => 60 });
}

/** Microseconds. */
function perEvent(ms: number): number {
  return (ms * 1000) / EVENTS;
}

/** Somebody who types in two documents by turns. One object serves all events, as the listener's does. */
class Edits {
  private at = YEAR_START;

  each(visit: (edit: SignalOf<'edit'>) => void): void {
    const docs = ['src/cart.ts', 'src/order.ts'].map(path => ({
      project: 'shop',
      path,
      language: 'typescript',
    }));
    const [first, second] = docs;
    if (!first || !second) return;
    const edit = { at: 0, window: 'w1', kind: 'edit' as const, doc: first, branch: 'main', ...ONE_CHARACTER };
    for (let i = 0; i < EVENTS; i++) {
      this.at += 120;
      edit.at = this.at;
      edit.doc = Math.floor(i / 200) % 2 === 0 ? first : second;
      visit(edit);
    }
  }
}

const ONE_CHARACTER = { inserted: 1, deleted: 0, origin: 'typed' as const };
