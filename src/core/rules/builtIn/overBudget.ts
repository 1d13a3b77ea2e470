import type { Rule } from '../rule.ts';

export const OVER_BUDGET: Rule = {
  id: 'queue/over-budget',
  description: 'The item in work has used up its budget.',
  kind: 'queue',
  reason: 'Plans fall short as a rule; the moment to plan anew, or to cut, is when it shows.',
  source: 'Buehler, Griffin and Ross, "Exploring the planning fallacy", JPSP 67 (3), 1994',
  limits:
    'A budget counts as it is now, also for the past. Times that you named later do not come off what was measured.',
  level: 'statusBar',
  options: {
    share: { description: 'This part of the budget is used.', default: 1, minimum: 0.5, maximum: 3 },
  },
  when: {
    all: [
      {
        ratio: [{ sum: 'ms', of: 'activeTime' }, { figure: 'budget' }],
        by: 'item',
        over: 'record',
        gte: { option: 'share' },
      },
      { sum: 'ms', of: 'activeTime', by: 'item', over: '10m', gte: '1m' },
    ],
  },
  keepFiringFor: '30m',
  cooldown: '4h',
  message: '{group}: {value} of its budget used.',
  suggest: ['changeBudget', 'parkItem'],
};
