import type { Rule } from '../rule.ts';

export const LONG_WAITS: Rule = {
  id: 'waiting/builds',
  description: 'Builds and tests have kept you waiting.',
  kind: 'waiting',
  reason:
    'Waiting breaks up work, and what it sums up to is easily missed: it may be worth an item of its own.',
  source:
    'Jaspan et al., "Build latency, predictability, and developer productivity", IEEE Software 40 (4), 2023',
  level: 'panel',
  options: {
    sum: { description: 'So much waiting.', default: '20m', minimum: '2m', maximum: '4h' },
    over: { description: 'Within so long.', default: '2h', minimum: '10m', maximum: '12h' },
  },
  when: { sum: 'ms', of: 'waiting', over: { option: 'over' }, gte: { option: 'sum' } },
  keepFiringFor: '30m',
  cooldown: '8h',
  message: '{value} of waiting for builds and tests in {over}.',
  suggest: ['addItem'],
};
