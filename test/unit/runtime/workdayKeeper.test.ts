import assert from 'node:assert/strict';
import { edit } from '../../support/signals.ts';
import { Windows, type OpenWindow } from './windows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Monday 30 March 2026, midnight in Berlin, the day after clocks went forward. */
const MONDAY = Date.parse('2026-03-29T22:00:00Z');

describe('WorkdayKeeper', () => {
  let windows: Windows;
  let window: OpenWindow;

  beforeEach(async () => {
    windows = new Windows(MONDAY + 9 * HOUR);
    window = await windows.add('one');
  });
  afterEach(() => {
    windows.dispose();
  });

  /** Four minutes of typing in each of some hours of a day, by winter time. */
  function work(daysAgo: number, hours: readonly number[]): void {
    // Until yesterday clocks were one hour behind.
    const midnight = MONDAY + HOUR - daysAgo * DAY;
    for (const hour of hours) {
      const from = midnight + hour * HOUR;
      for (let at = from; at <= from + 4 * MINUTE; at += 20_000) window.keeper.signal(edit(at));
    }
    window.keeper.flush();
  }

  const lastHour = async (at: number) => {
    const day = window.keeper.readable!.calendar.dayAt(at);
    const found = await window.workdays.lastHourOf(day);
    return found === null ? null : (found - day.start) / HOUR;
  };

  it('knows nothing better than Monday to Friday until 19 in the first weeks', async () => {
    work(7, [6, 7]);
    assert.equal(await lastHour(MONDAY), 18);
  });

  it('knows one’s own hours after that', async () => {
    for (const week of [1, 2, 3, 4, 5]) work(7 * week, [6, 7, 8, 9]);
    assert.equal(await lastHour(MONDAY), 9);
    // A day without a habit.
    windows.clock.sleep(DAY);
    assert.equal(await lastHour(MONDAY + DAY), null);
  });

  it('leaves out what is longer ago than eight weeks', async () => {
    for (const week of [9, 10, 11, 12]) work(7 * week, [14, 15, 16]);
    for (const week of [1, 2, 3]) work(7 * week, [10, 11]);
    assert.equal(await lastHour(MONDAY), 11);
  });

  it('is by the clock on the wall where clocks change', async () => {
    const sunday = MONDAY - DAY;
    const dawn = window.keeper.readable!.calendar.dayAt(sunday + 6 * HOUR);
    for (const week of [1, 2, 3, 4]) work(7 * week + 1, [17]);
    // 17:00 of a day of 23 hours is 16 hours after its midnight.
    assert.equal(await window.workdays.lastHourOf(dawn), dawn.start + 16 * HOUR);
  });

  it('reads eight weeks day by day, and not twice for one day', async () => {
    for (const week of [1, 2, 3, 4]) work(7 * week, [10]);
    const { store, calendar } = window.keeper.readable!;
    const today = calendar.dayAt(MONDAY);
    let reads = 0;
    const slice = store.slice.bind(store);
    store.slice = (...range) => {
      reads++;
      return slice(...range);
    };
    await window.workdays.lastHourOf(today);
    assert.equal(reads, 28);
    await window.workdays.lastHourOf(today);
    assert.equal(reads, 28);
  });
});
