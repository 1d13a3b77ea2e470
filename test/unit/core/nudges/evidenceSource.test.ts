import assert from 'node:assert/strict';
import { withEvidence } from '../../../../src/core/nudges/evidenceSource.ts';
import type { Evidence } from '../../../../src/core/nudges/raised.ts';
import { RECORD_FILTER } from '../../../../src/core/audit/filterSchema.ts';
import { defaultValues } from '../../../../src/core/rules/options.ts';
import { readRules } from '../../../../src/core/rules/readRules.ts';
import type { Condition, Rule } from '../../../../src/core/rules/rule.ts';
import { EVIDENCE, HOUR, NINE, UTC } from './builders.ts';

const { rules } = readRules({ rules: {}, customRules: [] });
const BARE = { definition: '', terms: [], setting: null };
const WINDOW = { start: NINE - HOUR, end: NINE };

function explain(rule: Rule, made: Partial<Evidence> = {}) {
  const evidence = { ...EVIDENCE, measure: 'it', window: WINDOW, ...made };
  const { source, terms } = withEvidence(BARE, evidence, { rule, values: defaultValues(rule) }, UTC);
  return { filter: source && RECORD_FILTER.parse(source.filter), terms };
}

const builtIn = (id: string) => rules.find(({ rule }) => rule.id === id)!.rule;
const of = (when: Condition): Rule => ({ ...builtIn('switching/ping-pong'), options: {}, when });
const day = { from: '2026-11-23', to: '2026-11-23' };

describe('the way from an evidence to its rows', () => {
  it('is of the days of its window, and of its times', () => {
    const window = { start: NINE - 10 * HOUR, end: NINE };
    assert.deepEqual(explain(builtIn('switching/ping-pong'), { window }).filter, {
      ...{ behind: 'it', from: '2026-11-22', to: '2026-11-23', times: window, kinds: ['switch'] },
    });
  });

  it('is of whole days only where time is added up by the calendar', () => {
    const { filter } = explain(builtIn('rest/late-work'));
    assert.deepEqual(filter, { behind: 'it', ...day, isCounted: true });
    assert.equal(explain(builtIn('plan/behind')).filter?.times, undefined);
    assert.deepEqual(explain(of({ count: 'git', over: 'day', gte: 5 })).filter?.times, WINDOW);
  });

  it('is of what the rule counts, and of the group that it is about', () => {
    const { filter } = explain(builtIn('stuck/failing-run'), { group: 'shop, test' });
    assert.deepEqual(filter, {
      ...{ behind: 'it', ...day, times: WINDOW, kinds: ['event'], projects: ['shop'] },
      countedAs: {
        ...{ name: 'it', of: 'run' },
        fields: [
          { field: 'kind', values: ['test', 'build'], isNot: false },
          { field: 'result', values: ['failed'], isNot: false },
          { field: 'kind', values: ['test'], isNot: false },
        ],
      },
    });
  });

  it('knows files, pairs of them, items, and time without a project', () => {
    const fieldsOf = (rule: Rule, group: string) => explain(rule, { group }).filter?.countedAs?.fields;
    assert.deepEqual(fieldsOf(builtIn('switching/two-files'), 'shop/a.ts and shop/b.ts'), [
      { field: 'file', values: ['shop/a.ts', 'shop/b.ts'], isNot: false },
    ]);
    assert.deepEqual(explain(builtIn('queue/over-budget'), { group: 'A-12' }).filter?.items, ['A-12']);
    const byProject = of({ sum: 'ms', of: 'activeTime', over: '1h', by: 'project', gte: '1m' });
    assert.deepEqual(explain(byProject, { group: 'unassigned' }).filter?.projects, [null, 'unassigned']);
  });

  it('leaves the group aside where its names cannot be told apart', () => {
    const { filter } = explain(builtIn('risk/uncommitted'), { group: 'one, two, main' });
    assert.deepEqual([filter?.projects, filter?.branches], [undefined, undefined]);
  });

  it('is told in words where there are no rows', () => {
    const figure = explain(of({ figure: 'plannedDeepTime', gte: '3h' }));
    assert.equal(figure.filter, undefined);
    assert.deepEqual(figure.terms, [
      { label: 'Computed from', value: 'your weekly plan, spread as your work is over the week' },
    ]);
    const sessions = explain(of({ count: 'session', over: '1d', gte: 2 }));
    assert.deepEqual(sessions.terms, [
      { label: 'Computed from', value: 'when your focus sessions began and ended' },
    ]);
  });

  it('is there for each rule that Andon comes with', () => {
    for (const { rule } of rules) assert.ok(explain(rule).filter, rule.id);
  });
});
