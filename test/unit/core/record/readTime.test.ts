import assert from 'node:assert/strict';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { readTime } from '../../../../src/core/record/readTime.ts';

const calendar = zoneCalendar('Europe/Berlin');
const NOW = Date.parse('2026-11-23T16:00:00+01:00');

const read = (text: string) => readTime(text, NOW, calendar);
const iso = (text: string) => {
  const answer = read(text);
  assert.ok('time' in answer, JSON.stringify(answer));
  return [answer.time.start, answer.time.end].map(time => new Date(time).toISOString().slice(0, 16));
};

describe('a time of the past, as people write it', () => {
  const understood: [string, string, string][] = [
    ['2026-11-20', '2026-11-19T23:00', '2026-11-20T23:00'],
    [' Yesterday ', '2026-11-21T23:00', '2026-11-22T23:00'],
    ['2026-11-18 to 2026-11-20', '2026-11-17T23:00', '2026-11-20T23:00'],
    ['14:00 to 15:30', '2026-11-23T13:00', '2026-11-23T14:30'],
    ['9:05 - 9:10', '2026-11-23T08:05', '2026-11-23T08:10'],
    ['2026-11-20 22:00 to 24:00', '2026-11-20T21:00', '2026-11-20T23:00'],
    ['2026-11-20 22:00 to 2026-11-21 1:30', '2026-11-20T21:00', '2026-11-21T00:30'],
    ['yesterday 22:00 to today', '2026-11-22T21:00', '2026-11-23T15:00'],
    // Nothing is forgotten that is still to come.
    ['today', '2026-11-22T23:00', '2026-11-23T15:00'],
    ['15:30 to 18:00', '2026-11-23T14:30', '2026-11-23T15:00'],
    // The clock goes forward at two.
    ['2026-03-29 1:00 to 3:00', '2026-03-29T00:00', '2026-03-29T01:00'],
  ];
  for (const [text, start, end] of understood) {
    it(`is understood: ${text}`, () => {
      assert.deepEqual(iso(text), [start, end]);
    });
  }

  const wrong: [string, RegExp][] = [
    ['', /Write a day/],
    ['soon', /Write a day/],
    ['2026-02-30', /Write a day/],
    ['25:00 to 26:00', /Write a day/],
    ['14:00 to later', /Write a day/],
    ['14:00', /until when/],
    ['15:00 to 14:00', /before the beginning/],
    ['2026-11-20 to 2026-11-18', /before the beginning/],
    ['2026-11-24', /future/],
    ['1:00 to 2:00 to 3:00', /one time only/],
  ];
  for (const [text, problem] of wrong) {
    it(`says what is wrong with “${text}”`, () => {
      const answer = read(text);
      assert.ok('problem' in answer);
      assert.match(answer.problem, problem);
    });
  }

  it('says where a journey skipped the day', () => {
    // Samoa had no 30 December 2011.
    const answer = readTime('2011-12-30', NOW, zoneCalendar('Pacific/Apia'));
    assert.deepEqual(answer, { problem: 'There was no such day where you were.' });
  });
});
