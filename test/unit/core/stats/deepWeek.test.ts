import assert from 'node:assert/strict';
import { deepWeekView } from '../../../../src/core/stats/deepWeek.ts';

const MINUTE = 60_000;
const DAYS = [
  { date: '2026-11-23', deepMs: 95 * MINUTE },
  { date: '2026-11-24', deepMs: 0 },
  { date: '2026-11-25', deepMs: 130 * MINUTE },
];

describe('deep time of the week', () => {
  it('stands beside the plan', () => {
    const view = deepWeekView(DAYS, { deepBlockMs: 25 * MINUTE, planHours: 12 });
    assert.deepEqual([view.label, view.value, view.beside], ['deep this week', '3 h 45', 'of 12 h']);
    assert.equal(deepWeekView(DAYS, { deepBlockMs: 25 * MINUTE, planHours: 7.5 }).beside, 'of 7 h 30');
  });

  it('stands alone without a plan', () => {
    assert.equal(deepWeekView(DAYS, { deepBlockMs: 25 * MINUTE, planHours: 0 }).beside, '');
  });

  it('lists the days that it adds up', () => {
    const { explanation } = deepWeekView(DAYS, { deepBlockMs: 25 * MINUTE, planHours: 12 });
    assert.deepEqual(
      explanation.terms.map(({ label, value }) => `${label} ${value}`),
      [
        'Monday 1 h 35',
        'Tuesday 0 min',
        'Wednesday 2 h 10',
        'Together 3 h 45',
        'Your plan for the week 12 h',
      ],
    );
    assert.equal(explanation.setting, 'focus.weeklyPlan');
  });
});
