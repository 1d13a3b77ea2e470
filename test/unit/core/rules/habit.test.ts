import assert from 'node:assert/strict';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { Habit } from '../../../../src/core/rules/record/habit.ts';
import { WeekShape } from '../../../../src/core/rules/record/weekShape.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, 0:00 UTC. */
const MONDAY = Date.parse('2026-01-05T00:00:00Z');
const WORKDAY = [9, 10, 11, 13, 14, 15, 16];
const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4];

/** Lives weeks; by `hoursOf`, in which hours of each day of each week there is work. */
function lived(weeks: number, hoursOf: (week: number, weekday: number) => readonly number[]): Habit {
  const habit = new Habit(zoneCalendar('UTC'), MONDAY, null);
  for (let day = 0; day < 7 * weeks; day++) {
    for (const hour of hoursOf(Math.floor(day / 7), day % 7)) {
      habit.reach(MONDAY + day * DAY + hour * HOUR);
      habit.add(HOUR / 2);
    }
  }
  return habit;
}

const ordinary = (_: number, weekday: number) => (MONDAY_TO_FRIDAY.includes(weekday) ? WORKDAY : []);

/** In the week after so many. */
function at(habit: Habit, weeks: number, weekday: number, hours: number): Habit {
  habit.reach(MONDAY + (7 * weeks + weekday) * DAY + hours * HOUR);
  return habit;
}

const isUsual = (habit: Habit, weeks: number, weekday: number, hours: number) =>
  at(habit, weeks, weekday, hours).isUsual;
const partOfWeek = (habit: Habit, weeks: number, weekday: number, hours: number) =>
  at(habit, weeks, weekday, hours).partOfWeekAt(MONDAY + (7 * weeks + weekday) * DAY + hours * HOUR);

describe('a habit', () => {
  it('is Monday to Friday from 8 to 19 until there are three weeks', () => {
    assert.ok(isUsual(lived(2, ordinary), 2, 0, 18.5));
    assert.ok(!isUsual(lived(2, ordinary), 2, 0, 19));
    assert.equal(partOfWeek(lived(2, ordinary), 2, 1, 8), 0.2);
  });

  it('holds the hours between those of work: a lunch that is worked through is not late', () => {
    assert.ok(isUsual(lived(6, ordinary), 6, 0, 12));
  });

  it('holds no evening and no weekend that is not worked', () => {
    assert.ok(!isUsual(lived(6, ordinary), 6, 0, 17));
    assert.ok(!isUsual(lived(6, ordinary), 6, 5, 10));
  });

  it('holds an hour next to the others in which one works now and then', () => {
    const habit = lived(8, (week, weekday) => [
      ...ordinary(week, weekday),
      ...(weekday === 0 && week % 4 === 0 ? [17] : []),
    ]);
    assert.ok(isUsual(habit, 8, 0, 17));
    assert.ok(!isUsual(habit, 8, 0, 18));
    assert.ok(!isUsual(habit, 8, 1, 17));
  });

  it('is not lost in a holiday', () => {
    const habit = lived(8, (week, weekday) => (week >= 3 && week < 7 ? [] : ordinary(week, weekday)));
    assert.equal(partOfWeek(habit, 8, 1, 0), 0.2);
    assert.ok(isUsual(habit, 8, 2, 15));
  });

  it('spreads a week as active time was spread', () => {
    const habit = lived(6, (_, weekday) => (weekday === 4 ? [9, 10] : ordinary(0, weekday)));
    assert.equal(partOfWeek(habit, 6, 4, 0), 28 / 30);
    assert.equal(partOfWeek(habit, 6, 4, 9.5), 28.5 / 30);
    assert.equal(partOfWeek(habit, 6, 6, 12), 1);
  });

  it('takes a day off for none, and a weekday that is hardly ever worked for little', () => {
    const freeWednesdays = lived(8, (week, weekday) =>
      weekday === 2 && week % 2 === 0 ? [] : ordinary(week, weekday),
    );
    assert.equal(partOfWeek(freeWednesdays, 8, 2, 0), 0.4);
    const aSaturday = lived(8, (week, weekday) =>
      weekday === 5 && week === 4 ? WORKDAY : ordinary(week, weekday),
    );
    const beforeIt = partOfWeek(aSaturday, 8, 5, 0);
    assert.ok(beforeIt > 0.9 && beforeIt < 1, `${beforeIt}`);
  });
});

describe('the shape of a week', () => {
  it('is nothing where there is nothing to spread', () => {
    assert.equal(WeekShape.over(new Set()).partAt(100, 0.5), 0);
  });

  it('is evenly over hours, and whole after the last', () => {
    const shape = WeekShape.over(new Set([9, 10, 33, 34]));
    assert.deepEqual(
      [8, 9, 10, 20, 33, 167].map(hour => shape.partAt(hour, 0.5)),
      [0, 0.125, 0.375, 0.5, 0.625, 1],
    );
  });
});
