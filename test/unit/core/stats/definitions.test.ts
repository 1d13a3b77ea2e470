import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { AWAY_KINDS, UNNAMED, type Signal } from '../../../../src/core/activity/signal.ts';
import { computeDays } from '../../../../src/core/stats/computeDays.ts';
import { summarizeDay } from '../../../../src/core/stats/summary.ts';
import { record } from '../../../support/record.ts';
import { referenceDays } from '../../../support/reference.ts';
import { signalLogs } from '../../../support/signalArbitrary.ts';
import { away, queue } from '../../../support/signals.ts';

const DEEP_MS = 600_000;

function daysOf(signals: readonly Signal[], idleAfterMs = 300_000, flushEvery?: number) {
  return computeDays(record(signals, flushEvery), zoneCalendar('UTC'), { idleAfterMs }).map(day =>
    summarizeDay(day, DEEP_MS),
  );
}

const total = (sums: Readonly<Record<string, number>>) => Object.values(sums).reduce((a, b) => a + b, 0);

describe('the definitions', function () {
  this.timeout(60_000);

  for (const idleAfterMs of [30_000, 300_000]) {
    it(`agree with a brute-force reading of them, idle after ${idleAfterMs / 1000} s`, () => {
      fc.assert(
        fc.property(signalLogs(50), signals => {
          assert.deepEqual(daysOf(signals, idleAfterMs), referenceDays(signals, idleAfterMs, DEEP_MS));
        }),
        { numRuns: 200 },
      );
    });
  }

  it('give every active millisecond to one activity and one project', () => {
    fc.assert(
      fc.property(signalLogs(), signals => {
        for (const day of daysOf(signals)) {
          assert.equal(total(day.byActivity), day.activeMs);
          assert.equal(total(day.byProject), day.activeMs);
          assert.ok(total(day.byLanguage) <= day.activeMs);
        }
      }),
    );
  });

  it('do not depend on when the recorder writes', () => {
    fc.assert(
      fc.property(signalLogs(), fc.integer({ min: 1, max: 9 }), (signals, flushEvery) => {
        assert.deepEqual(daysOf(signals, 300_000, flushEvery), daysOf(signals));
      }),
    );
  });

  it('do not depend on what windows are called', () => {
    fc.assert(
      fc.property(signalLogs(), signals => {
        const renamed = signals.map(signal => ({
          ...signal,
          window: `a${9 - Number(signal.window.slice(1))}`,
        }));
        assert.deepEqual(daysOf(renamed), daysOf(signals));
      }),
    );
  });

  it('do not depend on signals that carry nothing', () => {
    // Ticks stay out: any signal between two of them says that the machine was awake.
    const withoutTicks = signalLogs().map(signals => signals.filter(signal => signal.kind !== 'tick'));
    fc.assert(
      fc.property(withoutTicks, fc.array(fc.nat(), { maxLength: 20 }), (signals, places) => {
        const more: Signal[] = [...signals];
        for (const place of places) {
          const at = signals[place % Math.max(1, signals.length)]?.at ?? 0;
          more.push(queue(at, 'nobody is at this item', 'stop'));
        }
        more.sort((a, b) => a.at - b.at);
        assert.deepEqual(daysOf(more), daysOf(signals));
      }),
    );
  });

  it('are after a name was taken back as if it had never been given', () => {
    const unnamed = signalLogs().map(signals => signals.filter(signal => signal.kind !== 'away'));
    const range = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3_000 }), fc.constantFrom(...AWAY_KINDS));
    fc.assert(
      fc.property(unnamed, fc.array(range, { maxLength: 4 }), (signals, ranges) => {
        // Another second of the log changes nothing by itself: what is said is said after all that happened.
        const end = signals.at(-1)?.at ?? 0;
        const named = ranges.map(([place, seconds, as]) => {
          const start = signals[place % Math.max(1, signals.length)]?.at ?? 0;
          return { start, end: start + seconds * 1000, as };
        });
        const said = named.map(({ start, end: until, as }) => away(end, start, until, as));
        const takenBack = named.map(({ start, end: until }) => away(end, start, until, UNNAMED));
        assert.deepEqual(daysOf([...signals, ...said, ...takenBack]), daysOf(signals));
      }),
    );
  });

  it('count the same active time when a window is reloaded in the middle', () => {
    const plain = signalLogs().map(signals =>
      // What a window was told is gone with a reload; time is not. Named time stays out: a reload makes a gap of what was the
      // inside of a span, and named time beats gaps.
      signals.filter(s => s.kind === 'edit' || s.kind === 'open' || s.kind === 'queue'),
    );
    const reload = (signals: readonly Signal[], place: number) => {
      const cut = place % Math.max(1, signals.length);
      return signals.map((s, i) => (i >= cut ? { ...s, window: `${s.window} again` } : s));
    };
    const activeMs = (signals: readonly Signal[]) => daysOf(signals).map(day => day.activeMs);
    fc.assert(
      fc.property(plain, fc.nat(), (signals, place) => {
        assert.deepEqual(activeMs(reload(signals, place)), activeMs(signals));
        // Of one window the rest stays as well. Of several a reload may cut a span where another one lies within, which the gap
        // after it then belongs to; and in one millisecond the order of writing decides whose a gap is.
        const alone = signals.filter(
          (s, i) => s.window === signals[0]?.window && s.at !== signals[i - 1]?.at,
        );
        assert.deepEqual(daysOf(reload(alone, place)), daysOf(alone));
      }),
    );
  });
});
