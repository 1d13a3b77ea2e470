import type { Rule } from '../rule.ts';

export const UNCOMMITTED: Rule = {
  id: 'risk/uncommitted',
  description: 'Much has changed today since the last commit.',
  kind: 'risk',
  reason:
    'Small changes are reviewed better: past 400 lines reviewers find less. And what is committed can be gone back to.',
  source: 'Cohen, "Best kept secrets of peer code review", SmartBear 2006',
  limits:
    'Counted is what you typed and pasted today on one branch. What was thrown away or stashed still counts; what tools wrote does not.',
  level: 'panel',
  options: {
    characters: {
      description: 'So many characters inserted.',
      default: 12_000,
      minimum: 500,
      maximum: 1_000_000,
    },
  },
  when: {
    all: [
      {
        sum: 'inserted',
        of: 'span',
        by: ['project', 'branch'],
        over: 'day',
        resetBy: [{ of: 'git', where: { kind: 'commit' } }],
        gte: { option: 'characters' },
      },
      { sum: 'ms', of: 'activeTime', by: ['project', 'branch'], over: '10m', gte: '1m' },
    ],
  },
  keepFiringFor: '15m',
  cooldown: '4h',
  message: '{value} characters since the last commit: {group}.',
  suggest: ['commit'],
};
