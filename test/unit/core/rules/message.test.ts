import assert from 'node:assert/strict';
import { ALL_RULES } from '../../../../src/core/rules/builtIn/all.ts';
import { PING_PONG } from '../../../../src/core/rules/builtIn/pingPong.ts';
import type { Finding } from '../../../../src/core/rules/finding.ts';
import { messageOf } from '../../../../src/core/rules/message.ts';
import { defaultValues } from '../../../../src/core/rules/options.ts';

const MINUTE = 60_000;
const FINDING = { value: 0, threshold: 0, group: null };

function said(id: string, finding: Partial<Finding>): string {
  const rule = ALL_RULES.find(each => each.id === id);
  assert.ok(rule);
  const whole = { ...FINDING, ...finding };
  return messageOf({ rule, values: defaultValues(rule) }, whole, item => `A-1 (${item})`);
}

describe('what a rule says', () => {
  const cases: readonly [id: string, finding: Partial<Finding>, text: string][] = [
    ['rest/no-break', { value: 95 * MINUTE }, '1 h 35 without a break of 5 min.'],
    ['switching/ping-pong', { value: 11 }, '11 switches in 20 min.'],
    [
      'switching/two-files',
      { value: 18, group: ['shop/src/a.ts\nshop/test/a.test.ts'] },
      '18 changes between a.ts and a.test.ts in 10 min. They can stand side by side.',
    ],
    ['stuck/failing-run', { value: 5, group: ['shop', 'test'] }, '5 failures in a row: shop, test.'],
    ['queue/over-budget', { value: 1.12, group: ['i7'] }, 'A-1 (i7): 112 % of its budget used.'],
    [
      'risk/uncommitted',
      { value: 12_400, group: ['shop', 'main'] },
      '12,400 characters since the last commit: shop, main.',
    ],
    ['waiting/builds', { value: 21 * MINUTE }, '21 min of waiting for builds and tests in 2 h.'],
    ['plan/behind', { value: 0.4 }, 'Deep time this week: 40 % of what your plan comes to by now.'],
  ];
  for (const [id, finding, text] of cases) {
    it(`${id}: ${text}`, () => {
      assert.equal(said(id, finding), text);
    });
  }

  it('names a window of days by its days', () => {
    const [rule] = ALL_RULES;
    const when = { count: 'git', over: '7d', gte: 1 } as const;
    const mine = { rule: { ...rule!, when, message: '{count} in {over}' }, values: {} };
    assert.equal(
      messageOf(mine, { value: 3, threshold: 1, group: null }, item => item),
      '3 in 7 days',
    );
  });

  it('leaves a place that nothing is known of as it is written, whatever every object has', () => {
    const message = '{nothing} {constructor} {toString} {__proto__}';
    const rule = { ...PING_PONG, message };
    assert.equal(
      messageOf({ rule, values: defaultValues(rule) }, FINDING, item => item),
      message,
    );
  });

  it('leaves no place of any built-in rule empty', () => {
    for (const { id } of ALL_RULES) {
      assert.doesNotMatch(said(id, { value: 3, group: ['a', 'b'] }), /[{}]|undefined|NaN/);
    }
  });

  it('praises, blames and shouts nowhere', () => {
    for (const { message, description, reason } of ALL_RULES) {
      assert.doesNotMatch(
        `${message} ${description} ${reason}`,
        /!|\b(should|must|too (much|long|many)|great|bad)\b/i,
      );
    }
  });
});

describe('built-in rules', () => {
  it('have a reason with its source', () => {
    for (const { reason, source } of ALL_RULES) {
      assert.ok(reason.length > 30);
      assert.match(source, /\d{4}/);
    }
  });

  it('have ids of their own', () => {
    assert.equal(new Set(ALL_RULES.map(({ id }) => id)).size, 16);
  });
});
