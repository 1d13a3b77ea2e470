import assert from 'node:assert/strict';
import { ALL_RULES } from '../../../../src/core/rules/builtIn/all.ts';
import { describeProblem, readRules } from '../../../../src/core/rules/readRules.ts';

const MINUTE = 60_000;
const read = (rules: Readonly<Record<string, unknown>>, customRules: readonly unknown[] = []) =>
  readRules({ rules, customRules });
const ruleOf = (id: string, rules: Readonly<Record<string, unknown>>) =>
  read(rules).rules.find(({ rule }) => rule.id === id);

const OWN = { id: 'mine/many', when: { count: 'git', over: '1h', gte: 5 }, message: '{count} commits.' };

/** What is said of one custom rule. */
const said = (rule: unknown) => read({}, [rule]).problems.map(describeProblem);

describe('the rules of the settings', () => {
  it('are all built-in ones at their defaults where nothing is set', () => {
    const { rules, problems } = read({});
    assert.deepEqual(
      rules.map(({ rule, level }) => [rule.id, level]),
      ALL_RULES.map(({ id, level }) => [id, level]),
    );
    assert.deepEqual(problems, []);
  });

  it('take a level alone, or with options', () => {
    assert.equal(ruleOf('rest/no-break', { 'rest/no-break': 'off' })?.level, 'off');
    const set = ruleOf('rest/no-break', { 'rest/no-break': { level: 'toast', after: '2h' } });
    assert.equal(set?.level, 'toast');
    assert.deepEqual(set.values, { after: 120 * MINUTE, break: 5 * MINUTE });
  });

  it('keep an option within its bounds', () => {
    assert.equal(ruleOf('rest/no-break', { 'rest/no-break': { after: '1m' } })?.values['after'], 20 * MINUTE);
    assert.equal(
      ruleOf('switching/ping-pong', { 'switching/ping-pong': { switches: 1e9 } })?.values['switches'],
      100,
    );
  });

  it('say what is used of an option that is out of bounds', () => {
    const { problems } = read({
      'rest/no-break': { after: '1000h', break: '2m' },
      'switching/ping-pong': { switches: 2 },
    });
    assert.deepEqual(problems.map(describeProblem), [
      'andon.rules, rest/no-break, after: must be from 20m to 6h; 6h is used.',
      'andon.rules, switching/ping-pong, switches: must be from 3 to 100; 3 is used.',
    ]);
  });

  it('say what is wrong with one of them, and leave it as it was', () => {
    const { rules, problems } = read({
      'rest/no-break': { level: 'loud', after: 90, pause: '5m' },
      'rest/late-work': 3,
      'no/such': 'off',
    });
    assert.deepEqual(problems.map(describeProblem), [
      'andon.rules, no/such: is no rule.',
      'andon.rules, rest/no-break, after: must be a length of time, such as 20m.',
      'andon.rules, rest/no-break, pause: is no option of this rule.',
      'andon.rules, rest/no-break, level: must be one of off, panel, statusBar, toast.',
      'andon.rules, rest/late-work: must be off, panel, statusBar, toast, or an object with level and options.',
    ]);
    assert.equal(rules.length, ALL_RULES.length);
    assert.equal(rules[0]?.level, 'statusBar');
  });

  it('know no option by a name that every object has', () => {
    const { problems } = read({ 'rest/no-break': { toString: 5, constructor: '5m' } });
    assert.deepEqual(problems.map(describeProblem), [
      'andon.rules, rest/no-break, toString: is no option of this rule.',
      'andon.rules, rest/no-break, constructor: is no option of this rule.',
    ]);
  });
});

describe('custom rules', () => {
  it('join the others, and can be set as they are', () => {
    const { rules, problems } = read({ 'mine/many': 'toast' }, [OWN]);
    assert.deepEqual(problems, []);
    assert.equal(rules.at(-1)?.rule.message, OWN.message);
    assert.equal(rules.at(-1)?.level, 'toast');
  });

  it('may be copies of built-in ones under another id', () => {
    const copies = ALL_RULES.map(rule => ({ ...rule, id: rule.id.replace('/', '/my-') }));
    assert.deepEqual(read({}, JSON.parse(JSON.stringify(copies)) as unknown[]).problems, []);
  });

  it('are each right or wrong by themselves', () => {
    const { rules, problems } = read({}, [{ ...OWN, when: 3 }, OWN, 'text']);
    assert.equal(rules.length, ALL_RULES.length + 1);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['mine/many', 2],
    );
  });

  it('have ids of their own', () => {
    assert.deepEqual(said({ ...OWN, id: 'rest/no-break' }), [
      'andon.customRules, rest/no-break, id: is the id of another rule.',
    ]);
    assert.equal(read({}, [OWN, OWN]).rules.length, ALL_RULES.length + 1);
  });

  const when = (made: object) => ({ ...OWN, when: { ...OWN.when, ...made } });
  const wrong: readonly [what: string, rule: unknown, message: string][] = [
    ['no rule at all', 3, 'andon.customRules, rule 1: must be an object in braces.'],
    [
      'an id of one word',
      { ...OWN, id: 'many' },
      'andon.customRules, many, id: must be two words with a slash between, such as mine/many-commits.',
    ],
    [
      'a key that there is not',
      { ...OWN, colour: 'red' },
      'andon.customRules, mine/many: cannot have colour.',
    ],
    [
      'no message',
      { ...OWN, message: undefined },
      'andon.customRules, mine/many, message: must be a text in quotes.',
    ],
    [
      'a length that is none',
      when({ over: '20 min' }),
      'andon.customRules, mine/many, when.over: must be a length of time, such as 20m, 4h or 1d.',
    ],
    [
      'a number for a length',
      when({ over: 20 }),
      'andon.customRules, mine/many, when.over: must be a text in quotes, an object in braces or one of day, week, record.',
    ],
    [
      'seconds for a window',
      when({ over: '20s' }),
      'andon.customRules, mine/many, when.over: must be whole minutes, from 1m to 366d.',
    ],
    [
      'a cooldown of ages',
      { ...OWN, cooldown: '99999999d' },
      'andon.customRules, mine/many, cooldown: must be at most 366d.',
    ],
    [
      'a number that is to be set as a window',
      {
        ...when({ over: { option: 'window' } }),
        options: { window: { description: 'So long.', default: 5, minimum: 1, maximum: 10 } },
      },
      'andon.customRules, mine/many, when.over: names the option window, which must be a length of time from 1m to 366d.',
    ],
    [
      'a length without end that is to be set',
      {
        ...{ ...OWN, keepFiringFor: { option: 'keep' } },
        options: { keep: { description: 'So long.', default: '5m', minimum: '0s', maximum: '1000d' } },
      },
      'andon.customRules, mine/many, keepFiringFor: names the option keep, which must be a length of time to 366d.',
    ],
    [
      'an empty message',
      { ...OWN, message: '' },
      'andon.customRules, mine/many, message: must not be empty.',
    ],
    [
      'no comparison',
      { ...OWN, when: { count: 'git', over: '1h' } },
      'andon.customRules, mine/many, when: needs exactly one of gte, gt, lte and lt.',
    ],
    [
      'two measures',
      when({ longestGap: 'git' }),
      'andon.customRules, mine/many, when: needs exactly one of count, sum, distinct, longestGap, timeSince, figure, ratio.',
    ],
    [
      'a sum of nothing',
      { ...OWN, when: { sum: 'ms', gte: 1 } },
      'andon.customRules, mine/many, when: needs of: what there is a sum of.',
    ],
    [
      'an amount that is not there',
      { ...OWN, when: { sum: 'edits', of: 'git', gte: 1 } },
      'andon.customRules, mine/many, when.sum: cannot be edits: git has no amount.',
    ],
    [
      'a group that is not told',
      when({ by: 'file' }),
      'andon.customRules, mine/many, when.by: cannot be file: git does not say it.',
    ],
    [
      'a field that is not told',
      when({ where: { activity: 'coding' } }),
      'andon.customRules, mine/many, when.where.activity: is nothing that git says.',
    ],
    [
      'a kind that there is not',
      when({ where: { kind: 'comit' } }),
      'andon.customRules, mine/many, when.where.kind: cannot be comit: git knows commit, checkout, merge, rebase.',
    ],
    [
      'an option that there is not',
      when({ gte: { option: 'n' } }),
      'andon.customRules, mine/many, when.gte: names the option n, which the rule does not have.',
    ],
    [
      'a percentile of 120',
      when({ gte: { p: 120 } }),
      'andon.customRules, mine/many, when.gte.p: must be at most 99.',
    ],
    [
      'a slip in the second of two conditions',
      { ...OWN, when: { all: [OWN.when, { count: 'gti', gte: 1 }] } },
      'andon.customRules, mine/many, when.all.1.count: must be one of activeTime, deepTime, waiting, pause, switch, fileSwitch, edit, span, runStart, run, debug, diagnostics, git, item, session, away.',
    ],
    [
      'conditions of two groups',
      {
        ...OWN,
        when: {
          all: [
            { ...OWN.when, by: 'project' },
            { ...OWN.when, by: 'branch' },
          ],
        },
      },
      'andon.customRules, mine/many, when.all.1.by: must be project, as in the condition before.',
    ],
    [
      'a budget of a project',
      { ...OWN, when: { ratio: [{ count: 'git' }, { figure: 'budget' }], by: 'project', gte: 1 } },
      'andon.customRules, mine/many, when: needs "by": "item", since items have budgets.',
    ],
    [
      'a default out of bounds',
      { ...OWN, options: { n: { description: 'Some.', default: 1, minimum: 2, maximum: 3 } } },
      'andon.customRules, mine/many, options.n: needs a default between minimum and maximum, all numbers or all lengths of time.',
    ],
  ];
  for (const [what, rule, message] of wrong) {
    it(`say where and why of ${what}`, () => {
      assert.deepEqual(said(rule), [message]);
    });
  }
});
