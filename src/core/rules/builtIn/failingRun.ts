import type { Rule } from '../rule.ts';

export const FAILING_RUN: Rule = {
  id: 'stuck/failing-run',
  description: 'A test or a build fails again and again.',
  kind: 'stuck',
  reason: 'Who repeats the same attempt may be stuck; writing down what was tried often shows what was not.',
  source: 'Carter and Dewan, "Are you having difficulty?", CSCW 2010',
  limits:
    'The record knows that a test or a build of a project failed, not which one: what is run is never kept.',
  level: 'panel',
  options: {
    times: { description: 'So many failures in a row.', default: 5, minimum: 2, maximum: 50 },
    over: { description: 'Within so long.', default: '2h', minimum: '5m', maximum: '12h' },
  },
  when: {
    count: 'run',
    where: { kind: ['test', 'build'], result: 'failed' },
    by: ['project', 'kind'],
    over: { option: 'over' },
    resetBy: [{ of: 'run', where: { kind: ['test', 'build'], result: 'passed' } }],
    gte: { option: 'times' },
  },
  keepFiringFor: '10m',
  cooldown: '2h',
  message: '{count} failures in a row: {group}.',
  suggest: ['addNote', 'takeBreak'],
};
