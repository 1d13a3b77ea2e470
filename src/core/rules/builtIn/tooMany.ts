import type { Rule } from '../rule.ts';

export const TOO_MANY: Rule = {
  id: 'queue/too-many',
  description: 'You have begun many items today and closed few.',
  kind: 'queue',
  reason:
    'The more is in work at once, the longer each takes: that is Little’s law, and why boards have limits.',
  source:
    'Little, "A proof for the queuing formula L = λW", 1961; Reinertsen, "The principles of product development flow", 2009',
  limits:
    'Counted are items whose clock ran today and that are not closed; one that waits for somebody counts too.',
  level: 'panel',
  options: {
    items: { description: 'So many items at once.', default: 5, minimum: 2, maximum: 30 },
  },
  when: {
    distinct: 'item',
    of: 'item',
    where: { kind: 'start' },
    over: 'day',
    resetBy: [{ of: 'item', where: { kind: ['done', 'dropped'] } }],
    gte: { option: 'items' },
  },
  cooldown: '8h',
  message: '{count} items in work today.',
  suggest: ['showQueue', 'parkItem'],
};
