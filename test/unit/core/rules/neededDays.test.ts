import assert from 'node:assert/strict';
import { ALL_RULES } from '../../../../src/core/rules/builtIn/all.ts';
import { reachDays } from '../../../../src/core/rules/neededDays.ts';
import { defaultValues } from '../../../../src/core/rules/options.ts';
import type { Rule } from '../../../../src/core/rules/rule.ts';

const [first] = ALL_RULES;
const reach = (when: Rule['when']) => reachDays({ rule: { ...first!, when }, values: {} });

describe('how far back a rule needs the record', () => {
  it('is at most a week for those that Andon comes with', () => {
    for (const rule of ALL_RULES) assert.ok(reachDays({ rule, values: defaultValues(rule) }) <= 7, rule.id);
  });

  it('is as far as its longest window', () => {
    assert.equal(
      reach({
        all: [
          { count: 'git', over: '20m', gte: 1 },
          { count: 'git', over: '90d', gte: 9 },
        ],
      }),
      90,
    );
  });

  it('is a month more for a percentile', () => {
    assert.equal(reach({ count: 'git', over: '7d', gte: { p: 90 } }), 38);
  });

  it('is all of it where nothing ends the window, but for the time that items used', () => {
    assert.equal(reach({ count: 'git', gte: 100 }), Infinity);
    assert.equal(reach({ ratio: [{ count: 'run' }, { count: 'git', over: 'day' }], gte: 2 }), Infinity);
    assert.equal(reach({ sum: 'ms', of: 'activeTime', by: 'item', gte: '8h' }), 0);
    assert.equal(reach({ sum: 'ms', of: 'activeTime', by: 'project', gte: '8h' }), Infinity);
  });
});
