import { CONVEYOR } from '../../../../../src/core/rules/builtIn/conveyor.ts';
import { OVER_BUDGET } from '../../../../../src/core/rules/builtIn/overBudget.ts';
import { PLAN_BEHIND } from '../../../../../src/core/rules/builtIn/planBehind.ts';
import { TOO_MANY } from '../../../../../src/core/rules/builtIn/tooMany.ts';
import { testRule } from '../../../../support/ruleTester.ts';
import { MONDAY, WorkLog } from '../../../../support/workLog.ts';
import { session } from '../../focus/builders.ts';
import { item } from '../../queue/builders.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const budgeted = [item({ id: 'i1', budgetMinutes: 60 }), item({ id: 'i2' })];

testRule(OVER_BUDGET, {
  valid: [
    { name: 'an item within its budget', log: new WorkLog().item('i1').type(54), items: budgeted },
    { name: 'an item without a budget', log: new WorkLog().item('i2').type(200), items: budgeted },
    { name: 'work on no item', log: new WorkLog().type(200), items: budgeted },
    {
      name: 'an item whose clock was stopped in time',
      log: new WorkLog().item('i1').type(54).item('i1', 'stop').type(100),
      items: budgeted,
    },
  ],
  invalid: [
    {
      name: 'an item over its budget',
      log: new WorkLog().item('i1').type(66),
      items: budgeted,
      findings: [{ from: MONDAY + HOUR, value: 1.1, threshold: 1, group: ['i1'] }],
    },
    {
      name: 'what was used on several days',
      log: new WorkLog().item('i1').type(40).item('i1', 'stop').until(10, 1).item('i1').type(26),
      items: budgeted,
      findings: [{ group: ['i1'] }],
    },
    {
      name: 'what was used before the record is looked at',
      log: new WorkLog().item('i1').type(30),
      items: budgeted,
      surroundings: { usedBefore: new Map([['i1', 40 * MINUTE]]) },
      findings: [{ from: MONDAY + 20 * MINUTE }],
    },
  ],
});

/** Each begun and left. */
const begun = (count: number, minutes = 5) => {
  const log = new WorkLog();
  for (let i = 0; i < count; i++) log.item(`i${i}`).type(minutes);
  return log;
};
const closed = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    item({ id: `i${i}`, state: 'done', closedAt: MONDAY + (5 * i + 4) * MINUTE }),
  );

testRule(TOO_MANY, {
  valid: [
    { name: 'four items', log: begun(4) },
    { name: 'many items, one closed after the other', log: begun(8), items: closed(8) },
    {
      name: 'one item, begun again and again',
      log: new WorkLog().alternate(8, 60, log => log.item('i1').type(2)),
    },
    {
      name: 'items of two days',
      log: new WorkLog()
        .item('i1')
        .type(5)
        .item('i2')
        .type(5)
        .item('i3')
        .type(5)
        .until(10, 1)
        .item('i4')
        .type(5)
        .item('i5')
        .type(5),
    },
  ],
  invalid: [
    {
      name: 'the last of five items as it is begun',
      log: begun(4).rest(1).item('i5'),
      findings: [{ value: 5 }],
    },
    { name: 'six items', log: begun(6), findings: [{ value: 6, threshold: 5 }] },
    { name: 'items of which too few are closed', log: begun(8), items: closed(2), findings: [{ value: 6 }] },
  ],
});

testRule(CONVEYOR, {
  valid: [
    { name: 'five small items', log: begun(5, 24) },
    {
      name: 'small items, and one deep block',
      log: new WorkLog()
        .item('deep')
        .type(30)
        .rest(6)
        .alternate(8, 160, (log, turn) => log.item(`i${turn}`).type(15)),
    },
    { name: 'small items in little time', log: begun(8, 10) },
    {
      name: 'a day of small things without items',
      log: new WorkLog().alternate(12, 180, (log, turn) => log.in({ project: `p${turn % 2}` }).type(12)),
    },
    { name: 'small items of two days', log: twoDays() },
  ],
  invalid: [
    { name: 'small items and nothing deep', log: begun(7, 20), findings: [{ value: 7, threshold: 6 }] },
  ],
});

function twoDays(): WorkLog {
  const log = begun(4, 20).until(10, 1);
  for (let i = 4; i < 8; i++) log.item(`i${i}`).type(20);
  return log;
}

/** From Monday on so many hours of deep work at the beginning of each day, and hours of small things after them. */
const week = (days: number, deepHours: number, start = MONDAY) => {
  const log = new WorkLog(start);
  for (let day = 0; day < days; day++) {
    log.now = start + day * 24 * HOUR;
    log.until(8).type(deepHours * 60);
    log.alternate(20, 240, (each, turn) => each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(11));
  }
  return log;
};
const PLAN = { weeklyPlanMs: 20 * HOUR, recordedSince: MONDAY - 8 * 24 * HOUR };

testRule(PLAN_BEHIND, {
  valid: [
    { name: 'a week without a plan', log: week(4, 0.5) },
    { name: 'a week that is on its way', log: week(4, 3), surroundings: PLAN },
    { name: 'a week that is hardly behind', log: week(4, 2.4), surroundings: PLAN },
    {
      name: 'an evening, whatever the night brings',
      log: week(1, 2.4).read(9.5).until(8, 1).type(5),
      surroundings: PLAN,
    },
    { name: 'a Monday morning', log: week(1, 0), surroundings: { ...PLAN, weeklyPlanMs: 10 * HOUR } },
    {
      name: 'a week of which the beginning is not recorded',
      log: week(2, 0.5, MONDAY + 2 * 24 * HOUR),
      surroundings: { ...PLAN, recordedSince: MONDAY + 2 * 24 * HOUR },
    },
    {
      name: 'a week that is behind, in a session',
      log: week(2, 0.5),
      surroundings: PLAN,
      sessions: [session({ startedAt: MONDAY - 24 * HOUR })],
    },
  ],
  invalid: [
    {
      name: 'a week that falls behind, once a day',
      log: week(3, 1),
      surroundings: PLAN,
      findings: [{ threshold: 0.5 }, { threshold: 0.5 }],
    },
  ],
});
