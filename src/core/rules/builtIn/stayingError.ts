import type { Rule } from '../rule.ts';

export const STAYING_ERROR: Rule = {
  id: 'stuck/staying-error',
  description: 'A file that you work on has had errors for long.',
  kind: 'stuck',
  reason:
    'An error that stays while one works beside it is either hard, which a note helps with, or forgotten.',
  source: 'Carter and Dewan, "Are you having difficulty?", CSCW 2010',
  limits:
    'Errors are counted while their file is in sight. After a pause of 15 minutes the time begins anew with the next count.',
  level: 'panel',
  options: {
    after: { description: 'Errors have stood for so long.', default: '40m', minimum: '5m', maximum: '8h' },
  },
  when: {
    all: [
      {
        timeSince: 'diagnostics',
        take: 'first',
        where: { result: 'errors' },
        by: 'file',
        over: '12h',
        resetBy: [
          { of: 'diagnostics', where: { result: 'none' } },
          { of: 'pause', where: { ms: { gte: '15m' } } },
        ],
        gte: { option: 'after' },
      },
      { sum: 'ms', of: 'activeTime', by: 'file', over: '10m', gte: '1m' },
    ],
  },
  keepFiringFor: '10m',
  cooldown: '4h',
  message: 'Errors in {group} for {value}.',
  suggest: ['addNote', 'addItem'],
};
