import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DayKeeper } from '../../../src/runtime/dayKeeper.ts';
import { DaySealer } from '../../../src/runtime/daySealer.ts';
import { ItemTimes } from '../../../src/runtime/itemTimes.ts';
import { BEAT_MS } from '../../../src/runtime/recordKeeper.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { edit, queue } from '../../support/signals.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const IDLE_AFTER = 5 * MINUTE;

/** A clock that can pass over days at once, as over a sleep of the machine: no timer rings meanwhile. */
class LeapingClock extends FakeClock {
  private leapt = 0;

  override now(): number {
    return super.now() + this.leapt;
  }

  leap(ms: number): void {
    this.leapt += ms;
    this.advance(MINUTE);
  }
}

/** Lets everything that has been promised happen. */
const settle = async () => {
  for (let i = 0; i < 200; i++) await Promise.resolve();
};

describe('ItemTimes', () => {
  let record: SharedRecord;
  let clock: LeapingClock;
  let idleAfterMs: number;

  beforeEach(() => {
    // A Monday, one in the afternoon in Berlin.
    clock = new LeapingClock();
    record = new SharedRecord(clock);
    idleAfterMs = IDLE_AFTER;
  });
  afterEach(() => {
    record.close();
  });

  async function openWindow() {
    const keeper = record.window();
    const ports = {
      clock,
      zone: () => 'Europe/Berlin',
      rules: () => ({ idleAfterMs }),
      yieldTurn: () => Promise.resolve(),
      onFailure: record.onFailure,
    };
    const days = record.add(new DayKeeper(keeper, ports));
    const sealer = record.add(new DaySealer(keeper, { ...ports, isLeading: () => true }));
    const times = record.add(new ItemTimes(keeper, days, ports));
    await keeper.begin();
    await keeper.start();
    await settle();
    /** Types for some minutes, a key every ten seconds. */
    const work = (minutes: number) => {
      for (let i = 0; i <= minutes * 6; i++) {
        keeper.signal(edit(clock.now()));
        if (i < minutes * 6) clock.advance(10_000);
      }
      keeper.flush();
    };
    const start = (item: string) => {
      keeper.signal(queue(clock.now(), item));
    };
    const minutesOf = (item: string) => (times.usedMs.get(item) ?? 0) / MINUTE;
    return { keeper, days, sealer, times, work, start, minutesOf };
  }

  it('measures the time in which an item was current', async () => {
    const one = await openWindow();
    one.work(3);
    one.start('A-1');
    one.work(10);
    one.start('A-2');
    one.work(4);
    assert.deepEqual([one.minutesOf('A-1'), one.minutesOf('A-2'), one.minutesOf('A-3')], [10, 4, 0]);
  });

  it('adds up over days, sealed or not', async () => {
    const one = await openWindow();
    one.start('A-1');
    one.work(10);
    clock.leap(DAY);
    await settle();
    assert.equal(one.minutesOf('A-1'), 10);
    one.work(5);
    assert.equal(one.minutesOf('A-1'), 15);
    await one.sealer.sealPast();
    clock.advance(MINUTE);
    await settle();
    assert.equal(one.minutesOf('A-1'), 15);
    const two = await openWindow();
    assert.equal(two.minutesOf('A-1'), 15);
  });

  it('splits time at midnight without losing any', async () => {
    const one = await openWindow();
    clock.leap(10.9 * HOUR);
    one.start('A-1');
    one.work(30);
    await settle();
    assert.equal(one.minutesOf('A-1'), 30);
    await one.sealer.sealPast();
    clock.advance(2 * MINUTE);
    await settle();
    assert.equal(one.minutesOf('A-1'), 30);
  });

  it('sees what a late row changed in a sealed day, and what it is sealed to then', async () => {
    const one = await openWindow();
    one.start('A-1');
    one.work(10);
    const late = clock.now() + HOUR;
    clock.leap(DAY);
    await one.sealer.sealPast();
    clock.advance(MINUTE);
    await settle();
    one.keeper.signal(edit(late, { window: 'w2' }));
    one.keeper.signal(edit(late + 20_000, { window: 'w2' }));
    one.keeper.flush();
    clock.advance(MINUTE);
    await settle();
    assert.equal(one.minutesOf('A-1'), 10 + 20 / 60);
    clock.advance(11 * MINUTE);
    await settle();
    assert.equal(one.minutesOf('A-1'), 10 + 20 / 60);
  });

  it('follows another idle rule once the days are sealed by it', async () => {
    const one = await openWindow();
    one.start('A-1');
    one.work(2);
    clock.advance(3 * MINUTE);
    one.work(2);
    clock.leap(DAY);
    await one.sealer.sealPast();
    clock.advance(MINUTE);
    await settle();
    assert.equal(one.minutesOf('A-1'), 7);
    idleAfterMs = MINUTE;
    one.days.forget();
    await one.sealer.sealPast();
    clock.advance(MINUTE);
    await settle();
    assert.equal(one.minutesOf('A-1'), 4);
  });

  it('sees within a beat what another window recorded', async () => {
    const one = await openWindow();
    const two = await openWindow();
    one.start('A-1');
    one.work(5);
    clock.advance(BEAT_MS);
    assert.equal(two.minutesOf('A-1'), 5);
  });

  it('tells whose time has changed', async () => {
    const one = await openWindow();
    const told: string[][] = [];
    one.times.onDidChange(ids => told.push([...ids]));
    one.start('A-1');
    one.work(1);
    assert.ok(told.length > 0);
    assert.deepEqual(new Set(told.flat()), new Set(['A-1']));
    const count = told.length;
    one.keeper.signal({ kind: 'tick', at: clock.now(), window: 'w1', doc: null, branch: null });
    clock.advance(BEAT_MS);
    assert.equal(told.length, count);
  });

  it('forgets everything when the record is erased', async () => {
    const one = await openWindow();
    one.start('A-1');
    one.work(5);
    await one.keeper.erase();
    assert.equal(one.minutesOf('A-1'), 0);
  });

  it('is, over any days, what all rows together come to', async () => {
    const steps = fc.array(
      fc.record({
        item: fc.constantFrom('A-1', 'A-2', 'A-3'),
        minutes: fc.integer({ min: 1, max: 8 }),
        pause: fc.constantFrom(0, MINUTE, HOUR, 13 * HOUR, 2 * DAY),
        isSealing: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async taken => {
        const shared = record;
        const mine = new SharedRecord(clock);
        record = mine;
        const one = await openWindow();
        for (const { item, minutes, pause, isSealing } of taken) {
          one.start(item);
          one.work(minutes);
          clock.leap(pause);
          if (isSealing) await one.sealer.sealPast();
          await settle();
        }
        clock.advance(MINUTE);
        await settle();
        const expected = new Map<string, number>();
        const { store, calendar } = one.keeper.readable!;
        const { slice } = store.slice(0, clock.now() + DAY, IDLE_AFTER);
        for (const day of computeDays(slice, calendar, { idleAfterMs })) {
          for (const { item, span, start, end } of day.pieces) {
            if (item && span) expected.set(item, (expected.get(item) ?? 0) + end - start);
          }
        }
        assert.deepEqual(new Map([...one.times.usedMs].sort()), new Map([...expected].sort()));
        mine.close();
        record = shared;
      }),
      { numRuns: 15 },
    );
  });
});
