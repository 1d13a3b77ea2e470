import { join } from 'node:path';
import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { SignalOf } from '../../src/core/activity/signal.ts';
import { computeDays } from '../../src/core/stats/computeDays.ts';
import { Recorder } from '../../src/runtime/recorder.ts';
import { openStore } from '../../src/store/open.ts';
import { Chance } from '../../src/cli/bench/chance.ts';
import { figure } from '../../src/cli/bench/figures.ts';
import { BENCH_ZONE, randomDoc, YEAR_START } from '../../src/cli/bench/workday.ts';
import type { Ordeal } from './ordeal.ts';

const RULES = { idleAfterMs: 300_000 };
/** Milliseconds by which somebody sets the clock. */
const JUMPS = [-86_400_000, -3_600_000, -61_000, -1, 1, 61_000, 3_600_000, 86_400_000] as const;

/** Somebody who types while the clock is set back and forth. */
export const tortureClock: Ordeal = async (folder, { clockSignals }) => {
  const chance = new Chance(7);
  const calendar = zoneCalendar(BENCH_ZONE);
  const store = await openStore(join(folder, 'clock.sqlite'));
  const recorder = new Recorder({
    write: batch => store.write(batch),
    offsetAt: time => calendar.offsetAt(time),
  });
  let at = YEAR_START;
  let jumps = 0;
  let doc = randomDoc(chance);
  for (let i = 0; i < clockSignals; i++) {
    at += chance.between(1, 8_000);
    if (chance.is(0.002)) {
      at += chance.of(JUMPS);
      jumps++;
    }
    if (chance.is(0.05)) doc = randomDoc(chance);
    recorder.record(edit(at, doc));
    if (i % 50 === 0) recorder.flush();
  }
  recorder.flush();
  const { slice } = store.slice(-8.64e15, 8.64e15, RULES.idleAfterMs);
  store.close();
  const edits = slice.spans.reduce((sum, span) => sum + span.edits, 0);
  const tallied = slice.tallies.reduce((sum, tally) => sum + tally.typed, 0);
  const overfull = computeDays(slice, calendar, RULES).filter(
    day => day.activeMs > day.end - day.start,
  ).length;
  return [
    figure('clock set back and forth', jumps, 'times', null),
    figure('clock: edits lost from spans', clockSignals - edits, 'edits', 0),
    figure('clock: edits lost from counts', clockSignals - tallied, 'edits', 0),
    figure(
      'clock: spans that end before they begin',
      slice.spans.filter(span => span.end < span.start).length,
      'spans',
      0,
    ),
    figure('clock: days with more time than they have', overfull, 'days', 0),
  ];
};

function edit(at: number, doc: SignalOf<'edit'>['doc']): SignalOf<'edit'> {
  return { kind: 'edit', at, window: 'w1', doc, branch: 'main', inserted: 1, deleted: 0, origin: 'typed' };
}
