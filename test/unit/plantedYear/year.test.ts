import assert from 'node:assert/strict';
import { onDay, weekday } from '../../support/plantedYear/dates.ts';
import { plantedYear } from '../../support/plantedYear/year.ts';
import { replayLog } from '../../support/replayLog.ts';
import { readSignalLog } from '../../../src/transfer/signalLog.ts';
import type { Replayed } from '../../../src/runtime/replay.ts';

const HOUR = 3_600_000;
const WEEKS = 18;
const lived = (seed: number) => plantedYear({ seed, weeks: WEEKS, patterns: [] });

describe('a planted year', function () {
  this.timeout(30_000);
  let replayed: Replayed;
  const { signals } = lived(1);
  const dayNumber = (date: string) => (Date.parse(date) - Date.parse('2025-12-01')) / (24 * HOUR);

  before(async () => {
    replayed = await replayLog(signals, 'Europe/Berlin');
  });

  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(lived(1).signals, signals);
    assert.notDeepEqual(lived(2).signals.slice(0, 100), signals.slice(0, 100));
  });

  it('is in order of time, and a log of which no line is rejected', () => {
    const log = readSignalLog(signals.map(signal => JSON.stringify(signal)));
    assert.equal(log.rejected, 0);
    assert.deepEqual(log.signals, signals);
  });

  it('has days of plausible lengths', () => {
    const hours = replayed.days
      .filter(({ date }) => weekday(dayNumber(date)) < 5)
      .map(({ activeMs }) => activeMs / HOUR);
    assert.ok(Math.min(...hours) > 3.5, `${Math.min(...hours)} h`);
    assert.ok(Math.max(...hours) < 11, `${Math.max(...hours)} h`);
  });

  it('has a week of late work', () => {
    const evenings = Array.from({ length: 7 * WEEKS }, (_, day) => day).filter(day => {
      const [from, to] = [onDay(day, 20), onDay(day, 24)];
      return signals.some(({ at }) => at >= from && at < to);
    });
    assert.ok(evenings.length >= 2, `${evenings.length} late days`);
    assert.equal(new Set(evenings.map(day => Math.floor(day / 7))).size, 1);
  });

  it('has a holiday of two weeks, and weekends that are mostly free', () => {
    const worked = new Set(replayed.days.map(({ date }) => dayNumber(date)));
    const weeks = Array.from({ length: WEEKS }, (_, week) =>
      [0, 1, 2, 3, 4].some(day => worked.has(7 * week + day)),
    );
    assert.equal(weeks.filter(isWorked => !isWorked).length, 2);
    assert.ok([...worked].filter(day => weekday(day) >= 5).length <= 3);
  });

  it('keeps its hours where clocks change', () => {
    const begins = (date: string) => {
      const first = signals.find(({ at }) => at > Date.parse(date));
      assert.ok(first);
      return new Date(first.at).getUTCHours();
    };
    assert.ok([7, 8].includes(begins('2026-01-12')));
    assert.ok([6, 7].includes(begins('2026-03-30')));
  });
});
