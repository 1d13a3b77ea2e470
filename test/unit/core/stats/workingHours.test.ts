import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import type { DayPiece } from '../../../../src/core/stats/day.ts';
import {
  addActiveTime,
  hourOfWeek,
  lastWorkingHour,
  WEEK_HOURS,
  workingHours,
} from '../../../../src/core/stats/workingHours.ts';
import { span } from '../../store/builders.ts';

const HOUR = 3_600_000;
const WEEK = WEEK_HOURS * HOUR;
const BERLIN = zoneCalendar('Europe/Berlin');
/** Monday 23 November 2026, midnight in Berlin. */
const MONDAY = Date.UTC(2026, 10, 22, 23);

const empty = () => new Array<number>(WEEK_HOURS).fill(0);
const piece = (start: number, end: number): DayPiece => ({
  start,
  end,
  span: span({ start, end }),
  as: null,
  isGap: false,
  item: null,
});

describe('the hour of the week', () => {
  it('counts from Monday, by the clock on the wall', () => {
    assert.equal(hourOfWeek(MONDAY, BERLIN), 0);
    assert.equal(hourOfWeek(MONDAY - 1, BERLIN), 167);
    assert.equal(hourOfWeek(MONDAY + 33.5 * HOUR, BERLIN), 33);
    // In summer the same hour of the wall is another of the world.
    assert.equal(hourOfWeek(Date.UTC(2026, 6, 20, 7, 30), BERLIN), 9);
  });
});

describe('active time by the hour of the week', () => {
  it('is split at full hours', () => {
    const hours = empty();
    addActiveTime(hours, [piece(MONDAY + 9.5 * HOUR, MONDAY + 11.25 * HOUR)], BERLIN);
    assert.deepEqual(hours.slice(8, 13), [0, HOUR / 2, HOUR, HOUR / 4, 0]);
  });

  it('has no time that was only named', () => {
    const hours = empty();
    addActiveTime(hours, [{ ...piece(MONDAY, MONDAY + HOUR), span: null, as: 'meeting' }], BERLIN);
    assert.deepEqual(hours, empty());
  });

  it('holds every millisecond once, also where clocks change', () => {
    const autumn = Date.UTC(2026, 9, 24, 20);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 * HOUR }),
        fc.integer({ min: 0, max: 20 * HOUR }),
        (from, ms) => {
          const hours = empty();
          addActiveTime(hours, [piece(autumn + from, autumn + from + ms)], BERLIN);
          assert.equal(
            hours.reduce((sum, each) => sum + each, 0),
            ms,
          );
        },
      ),
    );
  });
});

describe('working hours', () => {
  /** One hour of work in each hour from nine to five on four days, a minute on Sunday. */
  function habit(): number[] {
    const hours = empty();
    for (const day of [0, 1, 2, 3]) for (let hour = 9; hour < 17; hour++) hours[day * 24 + hour] = HOUR;
    hours[6 * 24 + 21] = HOUR / 60;
    return hours;
  }

  it('are Monday to Friday from 8 to 19 in the first three weeks', () => {
    const hours = workingHours(habit(), 3 * WEEK - 1);
    assert.equal(hours.size, 5 * 11);
    assert.equal(lastWorkingHour(hours, 0), 18);
    assert.equal(lastWorkingHour(hours, 4), 18);
    assert.equal(lastWorkingHour(hours, 5), null);
    assert.ok(hours.has(8) && !hours.has(7) && !hours.has(19));
  });

  it('are those too where nothing was done for eight weeks', () => {
    assert.equal(workingHours(empty(), 30 * WEEK).size, 5 * 11);
  });

  it('are one’s own after that, without what is rare', () => {
    const hours = workingHours(habit(), 3 * WEEK);
    assert.equal(lastWorkingHour(hours, 0), 16);
    assert.equal(lastWorkingHour(hours, 4), null);
    assert.equal(lastWorkingHour(hours, 6), null);
  });

  it('hold 95 % of the time, and would not with one hour less', () => {
    const week = fc.array(fc.integer({ min: 0, max: HOUR }), {
      minLength: WEEK_HOURS,
      maxLength: WEEK_HOURS,
    });
    fc.assert(
      fc.property(week, hours => {
        const total = hours.reduce((sum, ms) => sum + ms, 0);
        fc.pre(total > 0);
        const chosen = [...workingHours(hours, 8 * WEEK)].map(hour => hours[hour]!);
        const held = chosen.reduce((sum, ms) => sum + ms, 0);
        assert.ok(held * 100 >= total * 95);
        assert.ok((held - Math.min(...chosen)) * 100 < total * 95);
      }),
    );
  });
});
