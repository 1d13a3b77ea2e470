import type { Rule } from '../rule.ts';

export const LONG_READ: Rule = {
  id: 'offer/long-read',
  description: 'You have read for long without an edit.',
  kind: 'offer',
  reason:
    'Reading is work, and most of it: developers spend more than half of their time on understanding code. What was learnt is worth a line.',
  source: 'Xia et al., "Measuring program comprehension", TSE 44 (10), 2018',
  level: 'panel',
  options: {
    after: { description: 'So much reading.', default: '40m', minimum: '10m', maximum: '4h' },
  },
  when: {
    sum: 'ms',
    of: 'activeTime',
    where: { activity: 'reading' },
    over: '4h',
    resetBy: [
      { of: 'activeTime', where: { activity: 'coding' } },
      { of: 'pause', where: { ms: { gte: '30m' } } },
    ],
    gte: { option: 'after' },
  },
  inhibitedBy: ['debugging'],
  cooldown: '4h',
  message: '{value} of reading. A note may keep what you learnt.',
  suggest: ['addNote'],
};
