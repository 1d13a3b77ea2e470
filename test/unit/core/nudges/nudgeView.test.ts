import assert from 'node:assert/strict';
import type { Nudge, Plan } from '../../../../src/core/nudges/nudge.ts';
import { entriesOf, nudgeText } from '../../../../src/core/nudges/nudgeView.ts';
import { UNHEARD } from '../../../../src/core/nudges/standing.ts';
import { standingWords } from '../../../../src/core/nudges/standingWords.ts';
import { readRules } from '../../../../src/core/rules/readRules.ts';
import { clockText } from '../../../../src/core/text/clock.ts';
import { isolate } from '../../../../src/core/text/isolate.ts';
import { EVIDENCE, HOUR, NINE, plan, UTC } from './builders.ts';

const { rules } = readRules({ rules: {}, customRules: [] });
const clock = clockText('UTC');
const VIEWER = {
  ...{ rules, calendar: UTC, learnt: null },
  wording: { clock, rules: { toastsPerDay: 2, maxDeferMs: 1_800_000 } },
};

const seen = (made: Partial<Plan> = {}): Nudge => ({
  ...plan(made),
  ...{ state: 'shown', window: 'w1', claimedAt: NINE, shownAt: NINE },
});
const text = (rule: string, group: string | null) =>
  nudgeText(plan({ rule, evidence: { ...EVIDENCE, group } }), rules);

describe('a nudge in words', () => {
  it('says what its rule says of what was measured', () => {
    assert.equal(text('switching/ping-pong', null), '11 switches in 20 min.');
  });

  it('names files by their last part, of a pair both', () => {
    const { message } = rules.find(({ rule }) => rule.id === 'switching/two-files')?.rule ?? { message: '' };
    assert.match(message, /\{group\}/);
    assert.ok(
      text('switching/two-files', 'shop/src/a.ts and shop/test/b.ts').includes(isolate('a.ts and b.ts')),
    );
  });

  it('says so much of a rule that is no more: its name', () => {
    assert.equal(text('mine/gone', null), 'mine/gone.');
    const [entry] = entriesOf([seen({ rule: 'mine/gone' })], VIEWER);
    assert.deepEqual(entry?.nudges[0]?.offers, []);
    assert.equal(entry.nudges[0].explanation.source, undefined);
  });

  it('leads to the days and times of its window, and to what its rule counts', () => {
    const window = { start: NINE - 30 * HOUR, end: NINE };
    const [entry] = entriesOf([seen({ evidence: { ...EVIDENCE, window } })], VIEWER);
    assert.deepEqual(entry?.nudges[0]?.explanation.source?.filter, {
      ...{ behind: 'switches', from: '2026-11-22', to: '2026-11-23', times: window, kinds: ['switch'] },
    });
  });

  it('stands with what was shown together with it, the newest first', () => {
    const together = [seen({ id: 1 }), seen({ id: 2, delivery: 1, isDigest: true }), seen({ id: 3 })];
    assert.deepEqual(
      entriesOf(together, VIEWER).map(({ delivery, isDigest, nudges }) => [
        delivery,
        isDigest,
        nudges.map(({ id }) => id),
      ]),
      [
        [3, false, [3]],
        [1, true, [1, 2]],
      ],
    );
  });

  it('shows what was learnt of its rule', () => {
    const learnt = new Map([['switching/ping-pong', { commit: { shown: 8, taken: 3 } }]]);
    const [entry] = entriesOf([seen()], { ...VIEWER, learnt });
    const terms = entry?.nudges[0]?.explanation.terms.filter(({ label }) => label === 'Learnt');
    assert.deepEqual(terms, [{ label: 'Learnt', value: 'After a commit you took up 3 of 8.' }]);
  });
});

describe('how a rule is held back, in words', () => {
  const words = (made: Partial<typeof UNHEARD>) =>
    standingWords({ ...UNHEARD, ...made }, NINE, { clock, dayOf: () => 'today' });

  it('is empty where nothing was said, or a snooze is over', () => {
    assert.equal(words({ dismissals: 2, snoozedUntil: NINE - 1 }), '');
  });

  it('says each', () => {
    assert.equal(words({ isNever: true }), 'never shown');
    assert.equal(words({ snoozedUntil: NINE + HOUR }), 'put off until today 10:00');
    assert.match(words({ demotedBy: 1 }), /^shown 1 step lower/);
  });
});
