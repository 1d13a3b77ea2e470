import type { Rule } from '../rule.ts';

export const EDIT_UNDO: Rule = {
  id: 'stuck/edit-undo',
  description: 'You write and undo in one file.',
  kind: 'stuck',
  reason:
    'Many undos among few edits mark a search for the right way; a sketch or a note may be the cheaper place for it.',
  source: 'Yoon and Myers, "A longitudinal study of programmers’ backtracking", VL/HCC 2014',
  limits: 'Edits are kept by document and five minutes, so this is told up to five minutes late.',
  level: 'panel',
  options: {
    undos: { description: 'So many undos in one file.', default: 25, minimum: 5, maximum: 500 },
    over: { description: 'Within so long.', default: '20m', minimum: '5m', maximum: '2h' },
    share: {
      description: 'They are this part of all edits, 0 to 1.',
      default: 0.3,
      minimum: 0.05,
      maximum: 0.9,
    },
  },
  when: {
    all: [
      { sum: 'undo', of: 'edit', by: 'file', over: { option: 'over' }, gte: { option: 'undos' } },
      {
        ratio: [
          { sum: 'undo', of: 'edit' },
          { sum: 'edits', of: 'edit' },
        ],
        by: 'file',
        over: { option: 'over' },
        gte: { option: 'share' },
      },
    ],
  },
  keepFiringFor: '10m',
  cooldown: '4h',
  message: '{value} undos in {group} in {over}.',
  suggest: ['addNote', 'takeBreak'],
};
