import assert from 'node:assert/strict';
import { ruleViews } from '../../../../src/core/tuning/ruleViews.ts';

const rule = (id: string, made: object = {}) => ({
  id,
  message: '{count} switches',
  level: 'toast',
  when: { count: 'switch', over: '1h', gte: 5 },
  ...made,
});

const viewsOf = (...customRules: unknown[]) =>
  ruleViews({ rules: {}, customRules }, null).custom.map(({ level, problems }) => [level, problems]);

describe('rules of one’s own on the page', () => {
  it('are at work beside one that takes the same id', () => {
    const taken = ['id is the id of another rule.'];
    assert.deepEqual(viewsOf(rule('mine/a'), rule('mine/a')), [
      ['toast', []],
      ['off', taken],
    ]);
    assert.deepEqual(viewsOf(rule('rest/no-break')), [['off', taken]]);
  });

  it('are at work beside a broken one that has the same id', () => {
    assert.deepEqual(viewsOf(rule('mine/a', { when: 3 }), rule('mine/a')), [
      ['off', ['when must be an object in braces.']],
      ['toast', []],
    ]);
  });

  it('tell what is wrong with how they are set', () => {
    const { custom } = ruleViews({ rules: { 'mine/a': 'loud' }, customRules: [rule('mine/a')] }, null);
    assert.deepEqual(custom[0]?.problems, ['level must be one of off, panel, statusBar, toast.']);
  });
});
