import type { Rule } from '../rule.ts';

export const UNPROTECTED_FLOW: Rule = {
  id: 'offer/unprotected-flow',
  description: 'You are well under way, and no session protects it.',
  kind: 'offer',
  reason:
    'Developers resume an interrupted task slowly; a session keeps at least Andon silent. Say never, and it stays never.',
  source:
    'Parnin and Rugaber, "Resumption strategies for interrupted programming tasks", Software Quality Journal 19 (1), 2011',
  level: 'panel',
  options: {
    after: {
      description: 'So much coding without a switch or a pause.',
      default: '15m',
      minimum: '5m',
      maximum: '2h',
    },
    pause: { description: 'A pause of this length ends it.', default: '2m', minimum: '1m', maximum: '15m' },
  },
  when: {
    sum: 'ms',
    of: 'activeTime',
    where: { activity: ['coding', 'debugging', 'testing'], gap: { lt: { option: 'pause' } } },
    over: '4h',
    resetBy: [
      { of: 'switch' },
      { of: 'pause', where: { ms: { gte: { option: 'pause' } } } },
      { of: 'session' },
    ],
    gte: { option: 'after' },
  },
  inhibitedBy: ['focus'],
  cooldown: '20h',
  message: '{value} undisturbed. A session would keep it so.',
  suggest: ['startFocus'],
};
