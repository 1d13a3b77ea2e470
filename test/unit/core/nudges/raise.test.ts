import assert from 'node:assert/strict';
import { raisedOf } from '../../../../src/core/nudges/raise.ts';
import type { Evidence } from '../../../../src/core/nudges/raised.ts';
import { evidenceLine } from '../../../../src/core/nudges/why.ts';
import { ALL_RULES } from '../../../../src/core/rules/builtIn/all.ts';
import type { Finding } from '../../../../src/core/rules/finding.ts';
import { readRules } from '../../../../src/core/rules/readRules.ts';
import { STREAM_NAMES } from '../../../../src/core/rules/streams.ts';
import { HOUR, MINUTE, NINE } from './builders.ts';

const MINE = 'mine/one';
const nameOf = (item: string) => `The item ${item}`;

function finding(overrides: Partial<Finding> = {}): Finding {
  const window = { start: NINE - 20 * MINUTE, end: NINE };
  return { rule: MINE, from: NINE, to: null, value: 11, threshold: 8, group: null, window, ...overrides };
}

/** Of a rule as the settings have it. */
function raise(id: string, found: Partial<Finding>, rules: Readonly<Record<string, unknown>> = {}) {
  const ready = readRules({ rules, customRules: [] }).rules.find(({ rule }) => rule.id === id);
  assert.ok(ready);
  return raisedOf(finding({ rule: id, ...found }), ready, nameOf);
}

function evidenceWhen(when: object, found: Partial<Finding> = {}): Evidence {
  const { rules, problems } = readRules({ rules: {}, customRules: [{ id: MINE, when, message: '{value}' }] });
  assert.deepEqual(problems, []);
  const ready = rules.find(({ rule }) => rule.id === MINE);
  assert.ok(ready);
  return raisedOf(finding(found), ready, nameOf).evidence;
}

describe('raisedOf', () => {
  it('joins a finding with the level and the cooldown of its rule', () => {
    assert.deepEqual(raise('switching/ping-pong', {}, { 'switching/ping-pong': 'toast' }), {
      rule: 'switching/ping-pong',
      level: 'toast',
      since: NINE,
      cooldownMs: 4 * HOUR,
      evidence: {
        measure: 'switches',
        unit: 'count',
        value: 11,
        threshold: 8,
        comparator: 'gte',
        percentile: null,
        window: { start: NINE - 20 * MINUTE, end: NINE },
        group: null,
      },
    });
  });

  it('takes the rule’s own level where none is set', () => {
    const own = ALL_RULES.find(({ id }) => id === 'switching/ping-pong')?.level;
    assert.equal(raise('switching/ping-pong', {}).level, own);
  });

  it('names the percentile of a threshold that is one’s own', () => {
    const { percentile, comparator } = evidenceWhen({
      count: 'switch',
      over: '20m',
      gt: { p: 90, atLeast: 3 },
    });
    assert.deepEqual({ percentile, comparator }, { percentile: 90, comparator: 'gt' });
  });

  it('calls an item by its name', () => {
    assert.equal(raise('queue/over-budget', { group: ['i7'] }).evidence.group, 'The item i7');
  });

  it('names both files of a pair, whole', () => {
    const { group } = raise('switching/two-files', { group: ['shop/src/a.ts\nshop/b.ts'] }).evidence;
    assert.equal(group, 'shop/src/a.ts and shop/b.ts');
  });

  it('names all parts of a group', () => {
    assert.equal(raise('stuck/failing-run', { group: ['shop', 'test'] }).evidence.group, 'shop, test');
  });

  const said: readonly [id: string, found: Partial<Finding>, line: string][] = [
    [
      'rest/no-break',
      { value: 95 * MINUTE, threshold: 90 * MINUTE },
      'active time: 1 h 35; told from 1 h 30 on',
    ],
    [
      'rest/late-work',
      { value: 40 * MINUTE, threshold: 30 * MINUTE },
      'active time (unusual hours): 40 min; told from 30 min on',
    ],
    [
      'stuck/failing-run',
      { value: 5, threshold: 4, group: ['shop', 'test'] },
      'runs (test or build, failed): 5; told from 4 on',
    ],
    [
      'waiting/builds',
      { value: 25 * MINUTE, threshold: 20 * MINUTE },
      'waiting for builds and tests: 25 min; told from 20 min on',
    ],
    [
      'queue/over-budget',
      { value: 1.12, threshold: 1, group: ['i7'] },
      'active time as a share of the budget: 112 %; told from 100 % on',
    ],
    [
      'plan/behind',
      { value: 0.4, threshold: 0.5 },
      'deep time as a share of deep time planned by now: 40 %; told below 50 %',
    ],
  ];
  for (const [id, found, line] of said) {
    it(`says what ${id} measured: ${line}`, () => {
      assert.equal(evidenceLine(raise(id, found).evidence), line);
    });
  }

  it('has words for every kind of measure', () => {
    const words = [
      { distinct: 'file', of: 'activeTime', where: { activity: ['reading', 'coding'] }, gte: 3 },
      { longestGap: 'git', where: { kind: 'commit' }, over: '8h', gte: '2h' },
      { timeSince: 'session', over: 'day', gte: '2h' },
      { sum: 'gap', of: 'activeTime', over: '1h', gte: '10m' },
      { sum: 'notTyped', of: 'span', where: { language: { not: ['json', 'csv'] } }, over: '1h', gte: 100 },
    ].map(when => {
      const { measure, unit } = evidenceWhen(when);
      return `${measure}; ${unit}`;
    });
    assert.deepEqual(words, [
      'different files (reading or coding); count',
      'longest time without a step in Git (commit); time',
      'time since the last focus session; time',
      'time of pauses; time',
      'characters inserted without typing (not json or csv); count',
    ]);
  });

  it('has words for every stream', () => {
    for (const stream of STREAM_NAMES) {
      for (const when of [
        { count: stream, gte: 1 },
        { longestGap: stream, gte: '1h' },
        { timeSince: stream, gte: '1h' },
      ]) {
        assert.doesNotMatch(evidenceWhen(when).measure, /undefined|null/);
      }
    }
  });
});
