import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { parseQuietHours, quietAt } from '../../../../src/core/nudges/quietHours.ts';
import { clockText } from '../../../../src/core/text/clock.ts';
import { DAY, MINUTE, UTC } from './builders.ts';

const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);
const NIGHT = parseQuietHours('22:00-07:00');
const NOON = parseQuietHours('12:00-13:30');

describe('quiet hours', () => {
  it('go over midnight', () => {
    assert.equal(quietAt(NIGHT, at(23, 21, 59), UTC).isQuiet, false);
    for (const now of [at(23, 22), at(23, 23, 59), at(24, 0), at(24, 6, 59)]) {
      assert.deepEqual(quietAt(NIGHT, now, UTC), { isQuiet: true, until: at(24, 7), endedAt: -Infinity });
    }
    assert.deepEqual(quietAt(NIGHT, at(24, 7), UTC), { isQuiet: false, until: null, endedAt: at(24, 7) });
  });

  it('lie within a day', () => {
    assert.equal(quietAt(NOON, at(23, 12), UTC).until, at(23, 13, 30));
    assert.equal(quietAt(NOON, at(23, 11), UTC).endedAt, at(22, 13, 30));
  });

  it('are all day from a time to itself, and none where nothing or nonsense is said', () => {
    assert.equal(quietAt(parseQuietHours('08:00-08:00'), at(23, 3), UTC).isQuiet, true);
    for (const text of ['', '22-7', '24:00-07:00', '22:00', '22:00-07:60']) {
      assert.equal(parseQuietHours(text), null);
    }
    assert.equal(quietAt(null, at(23, 3), UTC).isQuiet, false);
  });

  it('end by the clock on the wall where clocks are changed in them', () => {
    const berlin = zoneCalendar('Europe/Berlin');
    // Clocks went back at 3:00 on 25 October 2026, and forward at 2:00 on 29 March.
    const autumn = quietAt(NIGHT, Date.parse('2026-10-24T23:00+02:00'), berlin);
    assert.equal(autumn.until, Date.parse('2026-10-25T07:00+01:00'));
    const spring = quietAt(NIGHT, Date.parse('2026-03-28T23:00+01:00'), berlin);
    assert.equal(spring.until, Date.parse('2026-03-29T07:00+02:00'));
  });

  it('are not over before now where the wall skips their end', () => {
    const newYork = zoneCalendar('America/New_York');
    const now = Date.parse('2026-03-08T01:59-05:00');
    const { isQuiet, until } = quietAt(parseQuietHours('22:00-02:30'), now, newYork);
    assert.ok(isQuiet && until !== null && until > now && until <= now + 31 * MINUTE);
    assert.equal(quietAt(parseQuietHours('22:00-02:30'), until, newYork).isQuiet, false);
  });

  it('whatever they are, and wherever, end later than now, and soon after that it is not quiet', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    const times = fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 10, 10) });
    fc.assert(
      fc.property(minute, minute, zones, times, (from, to, zone, now) => {
        fc.pre(from !== to);
        const calendar = zoneCalendar(zone);
        const quiet = quietAt({ from, to }, now, calendar);
        const wall = clockText(zone).minuteOfDay(now);
        const isIn = from < to ? wall >= from && wall < to : wall >= from || wall < to;
        assert.equal(quiet.isQuiet, isIn);
        if (quiet.isQuiet) {
          assert.ok(quiet.until !== null && quiet.until > now && quiet.until <= now + DAY + 60 * MINUTE);
        } else {
          assert.ok(quiet.endedAt <= now && quiet.endedAt > now - DAY - 60 * MINUTE);
        }
      }),
    );
  });
});
