import assert from 'node:assert/strict';
import { instantAt, zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { readClockRange } from '../../../../src/core/idle/clockRange.ts';
import { clockText } from '../../../../src/core/text/clock.ts';
import { at } from './builders.ts';

const calendar = zoneCalendar('UTC');
const day = calendar.dayAt(at('12:00'));
const within = { start: at('12:05') + 23_000, end: at('12:28') + 41_000 };

const read = (text: string, inside: typeof within | null = null) =>
  readClockRange(text, { day, calendar, clock: clockText('UTC'), within: inside });

describe('a range of times of day', () => {
  for (const text of ['12:10 to 12:20', '12:10-12:20', ' 12:10 – 12:20 ', '12.10 12.20']) {
    it(`is understood as “${text}”`, () => {
      assert.deepEqual(read(text), { start: at('12:10'), end: at('12:20') });
    });
  }

  it('may end at midnight', () => {
    assert.deepEqual(read('23:00 to 24:00'), { start: at('23:00'), end: day.end });
  });

  for (const text of ['', 'noon', '12:10', '12:60 to 13:00', '24:10 to 24:20', '12:10 to 25:00']) {
    it(`is not “${text}”`, () => {
      assert.equal(read(text), 'Write two times of day, such as 12:05 to 12:28.');
    });
  }

  it('must not run backwards', () => {
    assert.equal(read('12:20 to 12:10'), 'The second time must be after the first.');
    assert.equal(read('12:20 to 12:20'), 'The second time must be after the first.');
  });

  it('begins and ends with the time that it is a part of, where it names the minutes', () => {
    assert.deepEqual(read('12:05 to 12:28', within), within);
    assert.deepEqual(read('12:05 to 12:15', within), { start: within.start, end: at('12:15') });
  });

  it('must lie within the time that it is a part of', () => {
    assert.equal(read('12:00 to 12:15', within), 'It must lie within 12:05 to 12:28.');
  });

  it('is told by the clock on the wall on days when clocks are changed', () => {
    const berlin = zoneCalendar('Europe/Berlin');
    const changed = berlin.dayAt(Date.parse('2026-03-29T12:00:00Z'));
    assert.equal(instantAt(berlin, changed, 60), Date.parse('2026-03-29T00:00:00Z'));
    assert.equal(instantAt(berlin, changed, 12 * 60), Date.parse('2026-03-29T10:00:00Z'));
  });
});
