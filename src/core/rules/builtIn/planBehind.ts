import type { Rule } from '../rule.ts';

export const PLAN_BEHIND: Rule = {
  id: 'plan/behind',
  description: 'Deep time falls behind your plan for the week.',
  kind: 'plan',
  reason: 'A goal helps when one sees early how it stands: there is still time to move something.',
  source:
    'Harkin et al., "Does monitoring goal progress promote goal attainment?", Psychological Bulletin 142 (2), 2016',
  limits:
    'Without a plan in andon.focus.weeklyPlan it says nothing. The plan is spread over the week as your active time was in the last eight weeks. Named reading and thinking does not count here, since it is named later.',
  level: 'panel',
  options: {
    share: {
      description: 'Less than this part of what the plan comes to by now.',
      default: 0.5,
      minimum: 0.1,
      maximum: 1,
    },
    after: { description: 'Once the plan comes to so much.', default: '3h', minimum: '30m', maximum: '40h' },
  },
  when: {
    all: [
      {
        ratio: [{ sum: 'ms', of: 'deepTime' }, { figure: 'plannedDeepTime' }],
        over: 'week',
        lt: { option: 'share' },
      },
      { figure: 'plannedDeepTime', gte: { option: 'after' } },
    ],
  },
  inhibitedBy: ['focus'],
  cooldown: '20h',
  message: 'Deep time this week: {value} of what your plan comes to by now.',
  suggest: ['startFocus', 'planWeek'],
};
