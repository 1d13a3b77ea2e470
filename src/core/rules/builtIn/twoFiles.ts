import type { Rule } from '../rule.ts';

export const TWO_FILES: Rule = {
  id: 'switching/two-files',
  description: 'You go to and fro between two files.',
  kind: 'switching',
  reason:
    'A third of the time on code goes into finding one’s way; what stands side by side need not be found again.',
  source:
    'Ko et al., "An exploratory study of how developers seek, relate, and collect relevant information", TSE 32 (12), 2006',
  level: 'panel',
  options: {
    switches: {
      description: 'So many changes between the same two files.',
      default: 16,
      minimum: 4,
      maximum: 200,
    },
    over: { description: 'Within so long.', default: '10m', minimum: '2m', maximum: '2h' },
  },
  when: { count: 'fileSwitch', by: 'files', over: { option: 'over' }, gte: { option: 'switches' } },
  keepFiringFor: '10m',
  inhibitedBy: ['debugging'],
  cooldown: '4h',
  message: '{count} changes between {group} in {over}. They can stand side by side.',
  suggest: ['openBeside'],
};
