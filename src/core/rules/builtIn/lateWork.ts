import type { Rule } from '../rule.ts';

export const LATE_WORK: Rule = {
  id: 'rest/late-work',
  description: 'You work at hours that are not your habit.',
  kind: 'rest',
  reason:
    'Who lets go of work in the evening sleeps better and is less worn out. The measure is your own habit, not a clock.',
  source: 'Sonnentag and Fritz, "Recovery from job stress", Journal of Organizational Behavior 36 (S1), 2015',
  level: 'panel',
  options: {
    after: {
      description: 'So much active time today outside your working hours.',
      default: '1h',
      minimum: '10m',
      maximum: '8h',
    },
  },
  when: {
    sum: 'ms',
    of: 'activeTime',
    where: { hours: 'unusual' },
    over: 'day',
    gte: { option: 'after' },
  },
  keepFiringFor: '1h',
  cooldown: '12h',
  message: '{value} outside your usual hours today.',
  suggest: ['endDay', 'addNote'],
};
