import { LATE_WORK } from '../../../../../src/core/rules/builtIn/lateWork.ts';
import { NO_BREAK } from '../../../../../src/core/rules/builtIn/noBreak.ts';
import { testRule } from '../../../../support/ruleTester.ts';
import { MONDAY, WorkLog } from '../../../../support/workLog.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SATURDAY = MONDAY + 5 * 24 * HOUR;

testRule(NO_BREAK, {
  valid: [
    { name: 'work that is a little shorter', log: new WorkLog().type(85) },
    { name: 'work with a break in the middle', log: new WorkLog().type(80).rest(6).type(80) },
    {
      name: 'a pause that is longer than the gap rule, long ago',
      log: new WorkLog().type(60).rest(45).type(80),
    },
    { name: 'a day without anybody', log: new WorkLog().rest(300).type(1) },
  ],
  invalid: [
    {
      name: 'work without a break',
      log: new WorkLog().type(99),
      findings: [
        { from: MONDAY + 90 * MINUTE, to: MONDAY + 99 * MINUTE, value: 99 * MINUTE, threshold: 90 * MINUTE },
      ],
    },
    {
      name: 'work in several files and projects, with pauses that are no breaks',
      log: new WorkLog().type(40).rest(4).in({ project: 'blog' }).read(35, 'b.ts').rest(4).type(25),
      findings: [{ value: 108 * MINUTE }],
    },
    {
      name: 'it again after the break',
      log: new WorkLog().type(95).rest(20).type(95),
      findings: [{ to: MONDAY + 95 * MINUTE }, { from: MONDAY + 205 * MINUTE }],
    },
    {
      name: 'what is long by the option',
      log: new WorkLog().type(32),
      options: { after: 30 * MINUTE },
      findings: [{ threshold: 30 * MINUTE }],
    },
  ],
});

const weeks = (count: number, from: number, hours: readonly [number, number], days: readonly number[]) => {
  const log = new WorkLog(from);
  for (let week = 0; week < count; week++) {
    for (const day of days) {
      log.now = from + (week * 7 + day) * 24 * HOUR;
      log.until(hours[0]).type((hours[1] - hours[0]) * 60);
    }
  }
  return log;
};
const WEEKDAYS = [0, 1, 2, 3, 4];

testRule(LATE_WORK, {
  valid: [
    { name: 'a long day in the usual hours', log: new WorkLog().until(8).type(600) },
    { name: 'most of an hour in the evening', log: new WorkLog().until(17).type(174) },
    { name: 'most of an hour on a Saturday', log: new WorkLog(SATURDAY).type(54) },
    {
      name: 'evenings, where they are the habit',
      log: weeks(5, MONDAY, [18, 22], WEEKDAYS),
      // In the first three weeks there is no habit yet.
      surroundings: {
        recordedSince: MONDAY - 30 * 24 * HOUR,
        hours: new Set([18, 19, 20, 21].flatMap(h => WEEKDAYS.map(d => d * 24 + h))),
      },
    },
  ],
  invalid: [
    {
      name: 'more than an hour in the evening',
      log: new WorkLog().until(17).type(186),
      findings: [{ from: MONDAY + 10 * HOUR, value: 66 * MINUTE, threshold: HOUR }],
    },
    {
      name: 'a morning of a Saturday',
      log: new WorkLog(SATURDAY).type(66),
      findings: [{ value: 66 * MINUTE }],
    },
    {
      name: 'an evening beyond the habit of weeks',
      log: weeks(4, MONDAY, [9, 13], [0, 1, 2, 3]).until(15).type(70),
      findings: [{ value: 70 * MINUTE }],
    },
  ],
});
