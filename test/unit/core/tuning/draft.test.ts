import assert from 'node:assert/strict';
import type { Draft } from '../../../../src/core/messages/tuning.ts';
import { ALL_RULES } from '../../../../src/core/rules/builtIn/all.ts';
import { readRules } from '../../../../src/core/rules/readRules.ts';
import { withDraft, withoutRule } from '../../../../src/core/tuning/draft.ts';
import { optionFault } from '../../../../src/core/tuning/faults.ts';
import { ruleViews } from '../../../../src/core/tuning/ruleViews.ts';

const NONE = { rules: {}, customRules: [] };
const OWN = { id: 'mine/a', message: 'a', when: { count: 'switch', over: '1h', gte: 5 } };
const draft = (made: Partial<Extract<Draft, { kind: 'setting' }>> = {}): Draft => ({
  ...{ kind: 'setting', rule: 'switching/ping-pong', level: 'panel' },
  options: { switches: 8, over: '20m' },
  ...made,
});

describe('a rule under edit', () => {
  it('stands in the settings with what differs from how it comes', () => {
    const { rules } = withDraft(NONE, draft({ options: { switches: 12, over: '20m' } }));
    assert.deepEqual(rules, { 'switching/ping-pong': { switches: 12 } });
  });

  it('stands there as its level alone where only that differs', () => {
    assert.deepEqual(withDraft(NONE, draft({ level: 'off' })).rules, { 'switching/ping-pong': 'off' });
  });

  it('does not stand there as it comes', () => {
    const settings = { ...NONE, rules: { 'switching/ping-pong': 'off', 'rest/no-break': 'toast' } };
    const { rules } = withDraft(settings, draft({ options: { switches: 8, over: '1200s' } }));
    assert.deepEqual(rules, { 'rest/no-break': 'toast' });
  });

  it('of one’s own takes the place of the one before, or is the last', () => {
    const settings = { rules: {}, customRules: [OWN, { id: 'mine/b' }] };
    const other = { ...OWN, id: 'mine/c' };
    const replaced = withDraft(settings, { kind: 'custom', index: 0, rule: other });
    assert.deepEqual(replaced.customRules, [other, { id: 'mine/b' }]);
    const added = withDraft(settings, { kind: 'custom', index: null, rule: other });
    assert.deepEqual(added.customRules, [OWN, { id: 'mine/b' }, other]);
    assert.deepEqual(withoutRule(settings, 0).customRules, [{ id: 'mine/b' }]);
  });
});

describe('rules as the page shows them', () => {
  it('are read back as they were written, each with its threshold first', () => {
    const { rules } = ruleViews(NONE, null);
    assert.deepEqual(
      rules.map(({ id }) => id),
      ALL_RULES.map(({ id }) => id),
    );
    for (const { id, options } of rules) {
      assert.equal(options[0]?.isThreshold, true, id);
      for (const option of options)
        assert.equal(optionFault(option, option.value), null, `${id} ${option.name}`);
    }
  });

  it('are copied so that they can be rules of one’s own', () => {
    for (const { id, text } of ruleViews(NONE, null).rules) {
      const copy = { ...(JSON.parse(text) as object), id: 'mine/copy' };
      assert.deepEqual(readRules({ rules: {}, customRules: [copy] }).problems, [], id);
    }
  });

  it('say what is wrong with which', () => {
    const views = ruleViews(
      {
        rules: { 'switching/ping-pong': { over: 'soon' }, 'no/rule': 'off' },
        customRules: [OWN, { id: 'mine/b' }],
      },
      null,
    );
    const pingPong = views.rules.find(({ id }) => id === 'switching/ping-pong');
    assert.deepEqual(pingPong?.problems, ['over must be a length of time, such as 20m.']);
    assert.deepEqual(views.problems, ['no/rule is no rule.']);
    assert.deepEqual(
      views.custom.map(({ id, level, problems }) => [id, level, problems.length > 0]),
      [
        ['mine/a', 'panel', false],
        ['mine/b', 'off', true],
      ],
    );
  });

  it('say how much record is missing to those that are not off', () => {
    const DAY = 86_400_000;
    const monday = Date.UTC(2026, 10, 16);
    const so = { since: monday + 1.5 * DAY, now: monday + 2.5 * DAY, weekStart: monday, pastDays: [] };
    const own = { ...OWN, when: { count: 'switch', over: '7d', gte: 5 } };
    const waits = (rules: Readonly<Record<string, unknown>>) => {
      const views = ruleViews({ rules, customRules: [own] }, so);
      return [...views.rules, ...views.custom].flatMap(({ id, missingDays }) =>
        missingDays > 0 ? [[id, missingDays]] : [],
      );
    };
    const ofOwn = ['mine/a', 6];
    assert.deepEqual(waits({}), [['plan/behind', 5], ofOwn]);
    assert.deepEqual(waits({ 'plan/behind': 'off' }), [ofOwn]);
  });
});
