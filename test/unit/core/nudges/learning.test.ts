import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawShare, meanOf } from '../../../../src/core/nudges/learning/beta.ts';
import { seededChance } from '../../../../src/core/nudges/learning/chance.ts';
import { beliefOf, LEARNT_OCCASIONS, triesOf } from '../../../../src/core/nudges/learning/learnt.ts';
import { learntOf } from '../../../../src/core/nudges/learning/learntWords.ts';
import { isWorthIt, repetitionCost } from '../../../../src/core/nudges/learning/worth.ts';
import { rungsAbove } from '../../../../src/core/nudges/ladder.ts';
import type { NudgeAnswer, Occasion } from '../../../../src/core/nudges/nudge.ts';
import { remember, type Entry, type Past } from '../../../../src/core/nudges/past.ts';
import { judge } from '../../../../src/core/nudges/policy.ts';
import {
  atCommit,
  chanceOf,
  DAY,
  DISMISS,
  HOUR,
  MINUTE,
  NINE,
  past,
  plan,
  present,
  raised,
  RULE,
  RULES,
  shown,
} from './builders.ts';

const ACT: NudgeAnswer = { kind: 'acted' };
/** No answer; dismissals would demote the rule. */
const IGNORED = undefined;
const LEARNING = { ...RULES, isLearning: true };

/** One nudge a day after a commit (or else), of which the first `taken` were taken up. */
function tries(taken: number, of: number, occasion: Occasion = 'commit'): Past {
  return past(...Array.from({ length: of }, (_, i) => oneOf(i, i < taken ? ACT : IGNORED, occasion)));
}

function oneOf(i: number, answer: NudgeAnswer | undefined, occasion: Occasion): Entry[] {
  const at = NINE + i * DAY;
  return shown(plan({ id: i + 1, since: at, decidedAt: at, occasion, surface: 'statusBar' }), answer);
}

describe('chance from a seed', () => {
  it('is the same for the same words, and another for others', () => {
    const draws = (...words: string[]) => Array.from({ length: 5 }, seededChance(...words));
    assert.deepEqual(draws('a', 'b'), draws('a', 'b'));
    assert.notDeepEqual(draws('a', 'b'), draws('a', 'c'));
  });

  it('lies evenly between 0 and 1', () => {
    const chance = seededChance('even');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i++) tenths[Math.floor(chance() * 10)]!++;
    for (const count of tenths) assert.ok(Math.abs(count - 1_000) < 150);
  });
});

describe('a share drawn from a belief', () => {
  for (const belief of [
    { taken: 2, left: 2 },
    { taken: 1.5, left: 2.5 },
    { taken: 5, left: 11 },
    { taken: 40, left: 3 },
  ]) {
    it(`has the mean and the spread of Beta(${belief.taken}, ${belief.left})`, () => {
      const chance = seededChance('beta');
      const draws = Array.from({ length: 20_000 }, () => drawShare(belief, chance));
      const { taken: a, left: b } = belief;
      const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
      const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
      assert.ok(Math.abs(mean - meanOf(belief)) < 0.005);
      assert.ok(Math.abs(variance / ((a * b) / ((a + b) ** 2 * (a + b + 1))) - 1) < 0.05);
      assert.ok(draws.every(x => x > 0 && x < 1));
    });
  }
});

describe('repetition', () => {
  it('takes 0.3 from a nudge that was just shown, and half of that two days later', () => {
    assert.equal(repetitionCost(0), 0.3);
    assert.ok(Math.abs(repetitionCost(2 * DAY) - 0.15) < 1e-12);
    assert.equal(repetitionCost(Infinity), 0);
  });

  it('makes a nudge rarer on the same day than a week later', () => {
    const belief = { taken: 2, left: 2 };
    const share = (sinceMs: number) => {
      const chance = seededChance('again');
      return (
        Array.from({ length: 2_000 }, () => isWorthIt(belief, sinceMs, chance)).filter(Boolean).length / 2_000
      );
    };
    assert.ok(share(HOUR) < 0.5);
    assert.ok(share(7 * DAY) > 0.75);
  });
});

describe('what is learnt', () => {
  it('counts what was acted on within 10 min, by rule and occasion', () => {
    const { learnt } = tries(3, 8);
    assert.deepEqual(triesOf(learnt, RULE, 'commit'), { shown: 8, taken: 3 });
    assert.deepEqual(triesOf(learnt, RULE, 'saved'), { shown: 0, taken: 0 });
    assert.deepEqual(beliefOf(triesOf(learnt, RULE, 'commit'), 'commit'), { taken: 5, left: 7 });
  });

  it('counts no use that came late, and nothing of the panel', () => {
    const late = [...shown(plan()), { kind: 'nudge', at: NINE + 11 * MINUTE, id: 1, event: ACT } as const];
    assert.deepEqual(triesOf(past(late).learnt, RULE, 'commit'), { shown: 1, taken: 0 });
    const inPanel = shown(plan({ surface: 'panel', occasion: 'late' }), ACT);
    assert.equal(past(inPanel).learnt.size, 0);
  });

  it('is told in words, the best occasion first', () => {
    const known = [oneOf(0, ACT, 'testsPassed'), oneOf(1, DISMISS, 'commit'), oneOf(2, DISMISS, 'late')];
    assert.deepEqual(
      learntOf(past(...known).learnt, RULE).map(({ text }) => text),
      [
        'After tests passed you took up 1 of 1.',
        'After a commit you took up 0 of 1.',
        'When no better moment had come you took up 0 of 1.',
      ],
    );
    assert.deepEqual(learntOf(past(...known).learnt, 'a/other'), []);
  });

  it('can be forgotten', () => {
    const reset = remember(tries(3, 8), { kind: 'learningReset', at: NINE });
    assert.deepEqual(learntOf(reset.learnt, RULE), []);
  });
});

describe('with learning on', () => {
  const at = NINE + 60 * DAY;
  const share = (before: Past, occasion: 'commit' | 'late' = 'commit') => {
    const verdicts = Array.from({ length: 400 }, (_, i) => {
      const since = at + i * HOUR;
      const now = occasion === 'commit' ? atCommit(since) : present(since + HOUR);
      return judge(raised({ since }), before, now, LEARNING, chanceOf);
    });
    return verdicts.filter(verdict => verdict.kind === 'show' && verdict.surface !== 'panel').length / 400;
  };

  it('an occasion that went well is used, and one that went badly seldom, but now and then', () => {
    assert.ok(share(tries(15, 20)) > 0.95);
    const bad = share(tries(0, 10));
    assert.ok(bad > 0 && bad < 0.2);
  });

  it('what is not welcome at a breakpoint waits, and is at last a line in the panel', () => {
    const bad = tries(0, 40);
    const since = at;
    assert.deepEqual(judge(raised({ since }), bad, atCommit(since), LEARNING, chanceOf), {
      kind: 'hold',
      reason: 'learning',
      until: since + RULES.maxDeferMs,
    });
    const worse = tries(0, 40, 'late');
    const verdict = judge(raised({ since }), worse, present(since + HOUR), LEARNING, chanceOf);
    assert.deepEqual(verdict.kind === 'show' && [verdict.surface, verdict.lowered], ['panel', ['learning']]);
  });

  it('what was put off comes, since it was asked for', () => {
    const since = at;
    const snooze = shown(plan({ id: 99, since, decidedAt: since }), { kind: 'snoozed', until: since + HOUR });
    const before = snooze.reduce(remember, tries(0, 40));
    const verdict = judge(raised({ since }), before, atCommit(since + HOUR), LEARNING, chanceOf);
    assert.equal(verdict.kind === 'show' && verdict.surface, 'toast');
  });

  it('nothing is shown that would not be without it, and nothing higher', () => {
    const outcomes = fc.array(
      fc.tuple(
        fc.constantFrom<Occasion>(...LEARNT_OCCASIONS),
        fc.constantFrom<NudgeAnswer>(ACT, ACT, DISMISS),
      ),
      { maxLength: 20 },
    );
    const nows = fc.tuple(fc.nat({ max: 2 * HOUR }), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(outcomes, nows, fc.nat(), (list, [after, atBreakpoint, isInFocus], seed) => {
        const before = past(...list.map(([occasion, answer], i) => oneOf(i, answer, occasion)));
        const now = (atBreakpoint ? atCommit : present)(at + after, { isInFocus });
        const seeded = (...words: readonly (string | number)[]) => seededChance(seed, ...words);
        const without = judge(raised({ since: at }), before, now, RULES, seeded);
        const withIt = judge(raised({ since: at }), before, now, LEARNING, seeded);
        if (withIt.kind !== 'show') return;
        assert.ok(without.kind === 'show' && rungsAbove(withIt.surface, without.surface) <= 0);
      }),
    );
  });
});
