import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { intersect, lengthOf, type Interval } from '../../../src/core/activity/interval.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { Recorder } from '../../../src/runtime/recorder.ts';
import { MemoryStore } from '../../support/record.ts';
import { edit, tick } from '../../support/signals.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const NOON = Date.parse('2026-03-02T12:00:00Z');
/** So long that all of a sleep would count by the gap rule. */
const RULES = { idleAfterMs: 60 * MINUTE };

/** Two windows on one record, each a process of its own that hears nothing of the other. Ticks are counted from noon. */
class TwoWindows {
  private readonly store = new MemoryStore();
  private readonly recorders = [0, 1].map(
    () => new Recorder({ write: batch => this.store.write(batch), offsetAt: () => 0 }),
  );

  tick(window: number, ...seconds: readonly number[]): void {
    for (const second of seconds) {
      this.recorders[window]?.record(tick(NOON + second * SECOND, { window: `w${window}` }));
    }
  }

  type(window: number, ...seconds: readonly number[]): void {
    for (const second of seconds) {
      this.recorders[window]?.record(edit(NOON + second * SECOND, { window: `w${window}` }));
    }
  }

  /** The active time within a range of seconds after noon, in seconds. */
  activeBetween(from: number, to: number): number {
    for (const recorder of this.recorders) recorder.flush();
    const days = computeDays(this.store.all(), zoneCalendar('UTC'), RULES);
    const active = days.flatMap(({ pieces }) => pieces.filter(({ span }) => span !== null));
    assertDisjoint(active);
    return lengthOf(intersect(active, [{ start: NOON + from * SECOND, end: NOON + to * SECOND }])) / SECOND;
  }
}

function assertDisjoint(pieces: readonly Interval[]): void {
  pieces.forEach(({ start, end }, i) => {
    assert.ok(start < end && start >= (pieces[i - 1]?.end ?? -Infinity));
  });
}

describe('a suspend seen by several windows', () => {
  const phase = fc.integer({ min: 0, max: 59 });
  const sleepSeconds = fc.integer({ min: 10, max: 40 * 60 });

  it('gives the gap rule nothing of the sleep, whenever in its minute each window ticks', () => {
    fc.assert(
      fc.property(phase, phase, phase, sleepSeconds, (one, two, into, sleep) => {
        const windows = new TwoWindows();
        // Work ends before either window ticks for the last time, and goes on after both have ticked again.
        windows.type(0, 0, 10);
        const asleep = 180 + into;
        [one, two].forEach((offset, window) => {
          // Timers stand still while the machine sleeps.
          const ticks = Array.from({ length: 8 }, (_, minute) => 20 + offset + minute * 60);
          windows.tick(window, ...ticks.map(at => (at < asleep ? at : at + sleep)));
        });
        const awake = asleep + sleep;
        windows.type(1, awake + 300, awake + 310);
        assert.equal(windows.activeBetween(asleep, awake), 0);
        // Of what was no sleep at most the two minutes around it are lost.
        assert.ok(windows.activeBetween(0, asleep) >= asleep - 60);
        assert.ok(windows.activeBetween(awake, awake + 310) >= 310 - 60);
      }),
    );
  });

  it('is told by the window that was quiet where the other was used up to the sleep, and right after it', () => {
    const windows = new TwoWindows();
    windows.tick(0, 0, 60, 120);
    windows.tick(1, 30, 90);
    windows.type(0, 120, 130);
    // Asleep from 2:15 to 6:15.
    windows.type(0, 377);
    windows.tick(1, 390);
    windows.tick(0, 420);
    assert.equal(windows.activeBetween(135, 375), 0);
  });

  it('is none where both windows tick on time', () => {
    fc.assert(
      fc.property(phase, phase, (one, two) => {
        const windows = new TwoWindows();
        windows.type(0, 0, 10);
        [one, two].forEach((offset, window) => {
          windows.tick(window, ...Array.from({ length: 6 }, (_, minute) => offset + minute * 60));
        });
        windows.type(1, 400);
        assert.equal(windows.activeBetween(0, 400), 400);
      }),
    );
  });
});

describe('a clock that is set while several windows are open', () => {
  it('forward, gives the gap rule nothing of the time that was skipped', () => {
    const windows = new TwoWindows();
    windows.type(0, 0, 10);
    windows.tick(0, 20, 80, 140 + 600, 200 + 600);
    windows.tick(1, 50, 110, 170 + 600);
    windows.type(0, 210 + 600);
    assert.equal(windows.activeBetween(110, 740), 0);
  });

  it('back and forth, counts no instant twice and none that there was not', () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 1, max: 50 }), fc.integer({ min: -900, max: 900 })),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, list => {
        const windows = new TwoWindows();
        let now = 3600;
        let [first, last] = [now, now];
        for (const [window, passed, set] of list) {
          windows.type(window, now);
          now += passed;
          windows.type(window, now);
          [first, last] = [Math.min(first, now - passed), Math.max(last, now)];
          if (set % 7 === 0) now = Math.max(1, now + set);
        }
        assert.ok(windows.activeBetween(0, 1_000_000) <= last - first);
      }),
    );
  });
});
