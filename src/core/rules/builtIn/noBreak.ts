import type { Rule } from '../rule.ts';

export const NO_BREAK: Rule = {
  id: 'rest/no-break',
  description: 'You have worked for long without a break.',
  kind: 'rest',
  reason:
    'Short breaks keep one fresh: over 22 studies they raised vigour and lowered fatigue. How long is long is yours to say.',
  source: 'Albulescu et al., "Give me a break!", PLOS ONE 17 (8), 2022',
  level: 'statusBar',
  options: {
    after: {
      description: 'So much active time without a break.',
      default: '90m',
      minimum: '20m',
      maximum: '6h',
    },
    break: { description: 'A pause of this length is a break.', default: '5m', minimum: '1m', maximum: '1h' },
  },
  when: {
    sum: 'ms',
    of: 'activeTime',
    where: { gap: { lt: { option: 'break' } } },
    over: '12h',
    resetBy: [{ of: 'pause', where: { ms: { gte: { option: 'break' } } } }],
    gte: { option: 'after' },
  },
  cooldown: '90m',
  message: '{value} without a break of {break}.',
  suggest: ['takeBreak'],
};
