import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';

const YEAR_MS = 365 * 86_400_000;
const ZONES = Intl.supportedValuesOf('timeZone');

const zones = fc.constantFrom(...ZONES);
const times = fc.integer({ min: 0, max: 80 * YEAR_MS });

describe('zoneCalendar agrees with Temporal', () => {
  it('about days and offsets, whenever and wherever', () => {
    fc.assert(
      fc.property(zones, times, (zone, time) => {
        assertAgrees(zone, time);
      }),
      { numRuns: 1_000 },
    );
  });

  it('where clocks are changed, to the millisecond', () => {
    fc.assert(
      fc.property(zones, times, fc.integer({ min: -1, max: 1 }), (zone, time, beside) => {
        const change = at(zone, time).getTimeZoneTransition('next');
        if (change) assertAgrees(zone, change.epochMilliseconds + beside);
      }),
      { numRuns: 1_000 },
    );
  });

  it('all through a year in which a zone skips a day, or begins one late', () => {
    for (const [zone, year] of [
      ['Pacific/Apia', 2011],
      ['America/Sao_Paulo', 2018],
      ['America/St_Johns', 2010],
      ['Australia/Lord_Howe', 2026],
    ] as const) {
      for (let hour = 0; hour < 366 * 24; hour += 6) assertAgrees(zone, Date.UTC(year, 0, 1, hour));
    }
  });
});

function at(zone: string, time: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
}

function assertAgrees(zone: string, time: number): void {
  const there = at(zone, time);
  const date = there.toPlainDate();
  const start = there.startOfDay().epochMilliseconds;
  const end = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const calendar = zoneCalendar(zone);
  const day = calendar.dayAt(time);
  assert.equal(calendar.offsetAt(time), there.offsetNanoseconds / 60e9, `${zone} ${time}`);
  assert.equal(day.date, date.toString());
  // Where clocks went back over midnight an instant may lie outside of its date's day.
  if (start <= time) assert.equal(day.start, start, `${zone} ${time}`);
  if (time < end) assert.equal(day.end, end, `${zone} ${time}`);
}
