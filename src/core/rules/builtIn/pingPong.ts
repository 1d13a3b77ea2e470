import type { Rule } from '../rule.ts';

export const PING_PONG: Rule = {
  id: 'switching/ping-pong',
  description: 'You go to and fro between projects or items.',
  kind: 'switching',
  reason:
    'Developers call days good on which they switch little; each switch leaves something of the last thing in mind.',
  source:
    'Meyer et al., "Software developers’ perceptions of productivity", FSE 2014; Leroy, "Why is it so hard to do my work?", 2009',
  level: 'panel',
  options: {
    switches: { description: 'So many switches.', default: 8, minimum: 3, maximum: 100 },
    over: { description: 'Within so long.', default: '20m', minimum: '5m', maximum: '4h' },
  },
  when: { count: 'switch', over: { option: 'over' }, gte: { option: 'switches' } },
  keepFiringFor: '10m',
  inhibitedBy: ['focus', 'debugging'],
  cooldown: '4h',
  message: '{count} switches in {over}.',
  suggest: ['startFocus', 'parkItem'],
};
