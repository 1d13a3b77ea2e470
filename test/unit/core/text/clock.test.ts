import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { clockText } from '../../../../src/core/text/clock.ts';

describe('clockText', () => {
  it('says the time on the wall, in every zone and season', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ];
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        assert.equal(clockText(zone).time(at), `${hour}:${String(minute).padStart(2, '0')}`);
      }),
    );
  });

  it('says midnight as 0:00, and minutes with two digits', () => {
    const start = Date.UTC(2026, 10, 22);
    assert.equal(clockText('UTC').range({ start, end: start + 9 * 3_600_000 + 5 * 60_000 }), '0:00 to 9:05');
  });

  it('throws for what is no zone', () => {
    assert.throws(() => clockText('Nowhere/Atall'), RangeError);
  });
});
