import assert from 'node:assert/strict';
import { dateText, dayText, shortWeekdayText } from '../../../src/webview/parts/dateText.ts';
import { deepDays, deepDayText } from '../../../src/webview/stats/deepDays.ts';
import { firstRequest } from '../../../src/webview/stats/keptRange.ts';
import { dayName, longestHours } from '../../../src/webview/week/weekLayout.ts';
import { weekDayText } from '../../../src/webview/week/weekDayText.ts';

const HOUR = 3_600_000;

describe('dayText', () => {
  it('says a day in words', () => assert.equal(dayText('2026-11-16'), 'Monday 16 November'));
  it('says the year where it is another one', () => {
    assert.equal(dayText('2025-12-29', '2026-01-02'), 'Monday 29 December 2025');
    assert.equal(dateText('2026-01-01', '2026-11-22'), '1 January');
  });
  it('knows the shortest day of a long year', () => assert.equal(shortWeekdayText('2024-02-29'), 'Thu'));
});

describe('dayName', () => {
  it('is cut to its room', () =>
    assert.deepEqual(
      [120, 40, 20].map(room => dayName('Wed', '2026-11-08', room)),
      ['Wed 8', 'Wed', 'We'],
    ));
});

describe('weekDayText', () => {
  const day = { date: '2026-11-16', activeMs: 6 * HOUR, deepMs: HOUR, isToday: false, isToCome: false };
  const usual = { lowMs: 0, highMs: 2 * HOUR };
  it('says what was and what is usual', () =>
    assert.equal(weekDayText({ ...day, usual }), '6 h 00 active, 1 h 00 deep, usual 0 min to 2 h 00'));
  it('says of a day to come what is usual', () =>
    assert.equal(weekDayText({ ...day, isToCome: true, usual }), 'to come, usual 0 min to 2 h 00'));
  it('says no usual where there is none', () =>
    assert.equal(weekDayText({ ...day, usual: null }), '6 h 00 active, 1 h 00 deep'));
});

describe('longestHours', () => {
  it('makes room for bars and bands', () =>
    assert.equal(
      longestHours([
        { activeMs: 3 * HOUR, deepMs: 4 * HOUR, usual: { lowMs: 0, highMs: 7 * HOUR } },
        { activeMs: 5 * HOUR, deepMs: 0, usual: null },
      ]),
      7,
    ));
  it('does not let a first minute fill the picture', () =>
    assert.equal(longestHours([{ activeMs: 60_000, deepMs: 0, usual: null }]), 2));
});

describe('deepDays', () => {
  const table = (entries: readonly [weekday: number, hour: number, ms: number][]) => {
    const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    for (const [weekday, hour, ms] of entries) hours[weekday]![hour] = ms;
    return hours;
  };
  const shown = (entries: Parameters<typeof table>[0]) => {
    const hours = deepDays(table(entries))[0]!.hours.map(({ hour }) => hour);
    return [hours[0], hours.at(-1)];
  };

  it('shows from the first hour in use to the last, of all weekdays', () =>
    assert.deepEqual(
      shown([
        [0, 7, HOUR],
        [4, 19, HOUR],
      ]),
      [7, 19],
    ));
  it('shows eight hours at least, within the day', () => {
    assert.deepEqual(shown([[2, 9, HOUR]]), [9, 16]);
    assert.deepEqual(shown([[2, 23, HOUR]]), [16, 23]);
    assert.deepEqual(shown([]), [0, 7]);
  });
  it('names a weekday by its sum and its deepest hour', () => {
    const days = deepDays(
      table([
        [1, 9, 2 * HOUR],
        [1, 10, 3 * HOUR],
      ]),
    );
    assert.equal(deepDayText(days[1]!), 'Tuesday: 5 h 00 deep, most from 10 to 11');
    assert.equal(deepDayText(days[2]!), 'Wednesday: nothing deep');
  });
});

describe('firstRequest', () => {
  it('asks for what was shown', () => {
    assert.deepEqual(firstRequest('day 2026-11-17'), { type: 'showDay', date: '2026-11-17' });
    assert.deepEqual(firstRequest('week 2026-11-02'), { type: 'showWeek', date: '2026-11-02' });
  });
  it('asks for whatever there is where nothing sensible was kept', () => {
    for (const kept of [undefined, '', 'week', 'year 2026-11-02', 'day 2026-11-17 ']) {
      assert.deepEqual(firstRequest(kept), { type: 'ready' });
    }
  });
});
