import type { Rule } from '../rule.ts';

export const UNTESTED: Rule = {
  id: 'risk/untested',
  description: 'Much was inserted at once, and nothing was run since.',
  kind: 'risk',
  reason:
    'People trusted code that they had not written themselves more than it deserved; running it is the cheapest look.',
  source: 'Perry et al., "Do users write more insecure code with AI assistants?", CCS 2023',
  limits:
    'How much was not typed is estimated with care: what goes beyond two characters for each edit. What tools write in files that you do not look at does not count.',
  level: 'panel',
  options: {
    characters: {
      description: 'So many characters that were not typed.',
      default: 4_000,
      minimum: 200,
      maximum: 200_000,
    },
  },
  when: {
    sum: 'notTyped',
    of: 'span',
    where: { language: { not: ['markdown', 'plaintext', 'json', 'jsonc', 'yaml', 'xml', 'csv', 'log'] } },
    over: '8h',
    resetBy: [
      { of: 'runStart', where: { kind: ['test', 'build', 'run'] } },
      { of: 'debug', where: { kind: 'start' } },
    ],
    gte: { option: 'characters' },
  },
  inhibitedBy: ['running', 'debugging'],
  keepFiringFor: '15m',
  cooldown: '2h',
  message: '{value} characters inserted, and no test or run since.',
  suggest: ['runTests'],
};
