import type { Rule } from '../rule.ts';

export const CONVEYOR: Rule = {
  id: 'plan/conveyor',
  description: 'All small tasks, and nothing deep today.',
  kind: 'plan',
  reason:
    'People take what is urgent and short before what matters more; a day of it looks full and leaves the hard thing where it was.',
  source: 'Zhu, Yang and Hsee, "The mere urgency effect", Journal of Consumer Research 45 (3), 2018',
  limits: 'Only work on items of the queue can be told apart into tasks.',
  level: 'panel',
  options: {
    items: { description: 'So many items worked on today.', default: 6, minimum: 2, maximum: 30 },
    after: { description: 'From so much active time on.', default: '2h', minimum: '30m', maximum: '10h' },
  },
  when: {
    all: [
      { distinct: 'item', of: 'activeTime', over: 'day', gte: { option: 'items' } },
      { sum: 'ms', of: 'deepTime', over: 'day', lte: 0 },
      { sum: 'ms', of: 'activeTime', over: 'day', gte: { option: 'after' } },
    ],
  },
  cooldown: '12h',
  inhibitedBy: ['focus'],
  message: '{count} small tasks today, and nothing deep.',
  suggest: ['startFocus', 'parkItem'],
};
