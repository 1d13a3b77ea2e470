import assert from 'node:assert/strict';
import { dayOfDate, zoneCalendar } from '../../../../../src/core/activity/calendar.ts';
import { deepHours, explainDeepHours } from '../../../../../src/core/stats/week/deepHours.ts';
import { HOUR, MINUTE, weekDay } from './builders.ts';

const DEEP = 25 * MINUTE;
const UTC = () => 0;
const block = (start: number, end: number) => ({ start, end, activeMs: end - start });

describe('deepHours', () => {
  it('divides a block among the hours that it touches', () => {
    const day = weekDay('2026-11-18');
    const blocks = [block(day.start + 9.5 * HOUR, day.start + 11.25 * HOUR)];
    const wednesday = deepHours([{ ...day, blocks }], DEEP, UTC)[2];
    assert.deepEqual(wednesday?.slice(8, 13), [0, 30 * MINUTE, HOUR, 15 * MINUTE, 0]);
  });

  it('leaves out blocks that are not deep', () => {
    const day = weekDay('2026-11-18');
    const blocks = [block(day.start + 9 * HOUR, day.start + 9 * HOUR + DEEP - 1)];
    assert.deepEqual(
      deepHours([{ ...day, blocks }], DEEP, UTC)
        .flat()
        .filter(Boolean),
      [],
    );
  });

  it('adds the same hour of several weeks up', () => {
    const hours = deepHours([weekDay('2026-11-18'), weekDay('2026-11-11')], DEEP, UTC);
    assert.equal(hours[2]?.[9], 2 * HOUR);
    assert.deepEqual(
      explainDeepHours(hours, DEEP).terms.filter(({ value }) => value !== '0 min'),
      [
        { label: 'Wednesdays', value: '2 h 00' },
        { label: 'Together', value: '2 h 00' },
      ],
    );
  });

  it('goes by the clock on the wall where clocks change: the hour that comes twice holds both', () => {
    const calendar = zoneCalendar('Europe/Berlin');
    const local = dayOfDate(calendar, '2026-10-25');
    assert.ok(local);
    const day = weekDay('2026-10-25', {
      ...local,
      blocks: [block(local.start + HOUR, local.start + 5 * HOUR)],
    });
    const sunday = deepHours([day], DEEP, time => calendar.offsetAt(time))[6];
    assert.deepEqual(sunday?.slice(0, 6), [0, HOUR, 2 * HOUR, HOUR, 0, 0]);
  });
});
