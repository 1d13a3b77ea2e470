import assert from 'node:assert/strict';
import { decide, mayBeClaimed, plansOf } from '../../../../src/core/nudges/decide.ts';
import { judge, type NudgeRules, type Present, type Verdict } from '../../../../src/core/nudges/policy.ts';
import type { Surface } from '../../../../src/core/nudges/ladder.ts';
import { NO_PAST, standingOf, type Past } from '../../../../src/core/nudges/past.ts';
import { quietAt } from '../../../../src/core/nudges/quietHours.ts';
import type { Raised } from '../../../../src/core/nudges/raised.ts';
import {
  atCommit,
  chanceOf,
  DAY,
  DISMISS,
  dismissedDaily,
  HOUR,
  LESS,
  MINUTE,
  NINE,
  past,
  plan,
  present,
  raised,
  RULE,
  RULES,
  SECOND,
  shown,
  UTC,
} from './builders.ts';

const TEN = NINE + HOUR;

interface Case {
  readonly raised?: Partial<Raised>;
  readonly past?: Past;
  readonly rules?: Partial<NudgeRules>;
}

function judged(now: Present, made: Case = {}): Verdict {
  return judge(raised(made.raised), made.past ?? NO_PAST, now, { ...RULES, ...made.rules }, chanceOf);
}

function surfaceOf(verdict: Verdict): string {
  return verdict.kind === 'show' ? verdict.surface : verdict.kind;
}

describe('a nudge comes', () => {
  it('at a breakpoint, and not before one', () => {
    assert.deepEqual(judged(present(NINE + MINUTE)), {
      kind: 'hold',
      reason: 'breakpoint',
      until: NINE + 30 * MINUTE,
    });
    assert.deepEqual(judged(atCommit(NINE + MINUTE)), {
      kind: 'show',
      surface: 'toast',
      occasion: 'commit',
      isDigest: false,
      lowered: [],
    });
  });

  it('within 10 s of a breakpoint, and no later', () => {
    const breakpoint = { kind: 'saved', at: NINE } as const;
    assert.equal(surfaceOf(judged(present(NINE + 10 * SECOND, { breakpoint }))), 'toast');
    assert.equal(surfaceOf(judged(present(NINE + 11 * SECOND, { breakpoint }))), 'hold');
  });

  it('without a breakpoint once it has waited for the longest time', () => {
    assert.equal(judged(present(NINE + 30 * MINUTE - 1)).kind, 'hold');
    const late = judged(present(NINE + 30 * MINUTE));
    assert.equal(late.kind === 'show' && late.occasion, 'late');
  });

  it('in the panel at once, since the panel interrupts nothing', () => {
    const verdict = judged(present(NINE), { raised: { level: 'panel' } });
    assert.deepEqual([surfaceOf(verdict), verdict.kind === 'show' && verdict.occasion], ['panel', 'atOnce']);
  });

  it('never from a rule that is off', () => {
    const verdict = judged(atCommit(NINE), { raised: { level: 'off' } });
    assert.deepEqual(verdict, { kind: 'drop', reason: 'off' });
  });
});

describe('a nudge waits', () => {
  for (const level of ['panel', 'statusBar', 'toast'] as const) {
    it(`for the end of a focus session, however long, in the case of ${level}`, () => {
      const verdict = judged(atCommit(NINE + 5 * HOUR, { isInFocus: true }), { raised: { level } });
      assert.deepEqual(verdict, { kind: 'hold', reason: 'focus', until: null });
    });
  }

  it('for the end of quiet hours', () => {
    const now = Date.UTC(2026, 10, 23, 23, 30);
    const quiet = quietAt({ from: 22 * 60, to: 7 * 60 }, now, UTC);
    const verdict = judged(atCommit(now, { quiet }));
    assert.deepEqual(verdict, { kind: 'hold', reason: 'quiet', until: Date.UTC(2026, 10, 24, 7) });
  });

  it('for whoever is away', () => {
    const verdict = judged(present(TEN, { isAway: true }));
    assert.deepEqual(verdict, { kind: 'hold', reason: 'away', until: null });
  });

  it('while its rule is put off, and then for a breakpoint', () => {
    const before = past(shown(plan(), { kind: 'snoozed', until: TEN }));
    assert.deepEqual(judged(atCommit(TEN - 1), { past: before }), {
      kind: 'hold',
      reason: 'snoozed',
      until: TEN,
    });
    assert.equal(judged(present(TEN), { past: before }).kind, 'hold');
    assert.equal(surfaceOf(judged(atCommit(TEN), { past: before })), 'toast');
    assert.equal(surfaceOf(judged(present(TEN + 30 * MINUTE), { past: before })), 'toast');
  });

  it('while its rule cools down after the nudge before', () => {
    const before = past(shown(plan()));
    const later = { since: NINE + 10 * MINUTE, cooldownMs: HOUR };
    assert.deepEqual(judged(atCommit(TEN - 1), { past: before, raised: later }), {
      kind: 'hold',
      reason: 'cooldown',
      until: TEN,
    });
    assert.equal(surfaceOf(judged(atCommit(TEN), { past: before, raised: later })), 'toast');
  });

  it('for a breakpoint as long after focus and quiet hours as it would have before', () => {
    const after = present(TEN + 29 * MINUTE, { focusEndedAt: TEN });
    assert.equal(judged(after).kind, 'hold');
    assert.equal(surfaceOf(judged({ ...after, now: TEN + 30 * MINUTE })), 'toast');
    const quiet = { isQuiet: false, until: null, endedAt: TEN };
    assert.equal(judged(present(TEN + 29 * MINUTE, { quiet })).kind, 'hold');
  });
});

describe('the digest after a focus session', () => {
  const end = atCommit(TEN, { focusEndedAt: TEN, breakpoint: { kind: 'sessionEnded', at: TEN } });
  const rules = ['a/one', 'b/two', 'c/three', 'd/four'];
  const levels = ['toast', 'toast', 'statusBar', 'panel'] as const;
  const all = rules.map((rule, i) => raised({ rule, level: levels[i]!, since: NINE + i * MINUTE }));

  it('tells of all that was held back, one delivery for each surface', () => {
    const plans = plansOf(decide(all, NO_PAST, end, RULES, chanceOf), 5, TEN);
    assert.deepEqual(
      plans.map(({ id, rule, surface, delivery, isDigest }) => [id, rule, surface, delivery, isDigest]),
      [
        [5, 'a/one', 'toast', 5, true],
        [6, 'b/two', 'toast', 5, true],
        [7, 'c/three', 'statusBar', 7, true],
        [8, 'd/four', 'panel', 8, true],
      ],
    );
  });

  it('costs one toast, however much it tells of', () => {
    const plans = plansOf(decide(all, NO_PAST, end, { ...RULES, toastsPerDay: 1 }, chanceOf), 1, TEN);
    assert.equal(plans.filter(({ surface }) => surface === 'toast').length, 2);
    const after = past(...plans.map(each => shown(each)));
    const another = { rule: 'e/five', since: TEN + 1 };
    const rulesThen = { ...RULES, toastsPerDay: 1 };
    const verdict = judge(raised(another), after, atCommit(TEN + MINUTE), rulesThen, chanceOf);
    assert.equal(surfaceOf(verdict), 'statusBar');
  });

  it('leaves out what came up after the session', () => {
    const verdict = judged(atCommit(TEN + MINUTE, { focusEndedAt: TEN }), { raised: { since: TEN + 1 } });
    assert.equal(verdict.kind === 'show' && verdict.isDigest, false);
  });

  it('leaves out what a cooldown or quiet hours held back beyond the session', () => {
    const before = past(shown(plan(), DISMISS));
    const next = { since: NINE + MINUTE, cooldownMs: 4 * HOUR };
    const at = atCommit(NINE + 5 * HOUR, { focusEndedAt: TEN });
    const rested = judged(at, { past: before, raised: next });
    assert.equal(rested.kind === 'show' && rested.isDigest, false);
    const quiet = { isQuiet: false, until: null, endedAt: TEN + HOUR };
    const silenced = judged({ ...at, quiet });
    assert.equal(silenced.kind === 'show' && silenced.isDigest, false);
  });
});

describe('the budget of a day', () => {
  const used = past(
    shown(plan({ id: 1, rule: 'a/one' })),
    shown(plan({ id: 2, rule: 'b/two', decidedAt: NINE + MINUTE })),
  );

  it('sends what is over it to the status bar', () => {
    const verdict = judged(atCommit(TEN), { past: used });
    assert.equal(surfaceOf(verdict), 'statusBar');
    assert.deepEqual(verdict.kind === 'show' && verdict.lowered, ['budget']);
  });

  it('is new on the next day', () => {
    const tomorrow = Date.UTC(2026, 10, 24);
    assert.equal(surfaceOf(judged(atCommit(tomorrow - 1), { past: used })), 'statusBar');
    assert.equal(surfaceOf(judged(atCommit(tomorrow), { past: used })), 'toast');
  });

  it('may be none', () => {
    assert.equal(surfaceOf(judged(atCommit(NINE), { rules: { toastsPerDay: 0 } })), 'statusBar');
  });

  it('counts a toast that a lost window may have shown', () => {
    const lost = past([
      { kind: 'decided', plan: plan({ rule: 'a/one' }) },
      { kind: 'nudge', id: 1, at: NINE, event: { kind: 'claimed', window: 'w1' } },
      { kind: 'nudge', id: 1, at: NINE + 10 * SECOND, event: { kind: 'timePassed' } },
    ]);
    const verdict = judged(atCommit(TEN), { past: lost, rules: { toastsPerDay: 1 } });
    assert.equal(surfaceOf(verdict), 'statusBar');
  });

  it('does not count one that nobody came for', () => {
    const unclaimed = past([
      { kind: 'decided', plan: plan({ rule: 'a/one' }) },
      { kind: 'nudge', id: 1, at: NINE + MINUTE, event: { kind: 'timePassed' } },
    ]);
    assert.equal(surfaceOf(judged(atCommit(TEN), { past: unclaimed, rules: { toastsPerDay: 1 } })), 'toast');
  });
});

describe('what was said of a rule', () => {
  const dayLater = NINE + 5 * DAY;
  const next = { since: dayLater };
  const after = (before: Past) => judged(atCommit(dayLater), { past: before, raised: next });

  it('three dismissals take it down by one rung', () => {
    assert.equal(surfaceOf(after(past(dismissedDaily(2)))), 'toast');
    const verdict = after(past(dismissedDaily(3)));
    assert.equal(surfaceOf(verdict), 'statusBar');
    assert.deepEqual(verdict.kind === 'show' && verdict.lowered, ['demoted']);
  });

  it('nothing takes it lower than the panel, which is all that is said of it then', () => {
    const dismissed = (level: Surface) =>
      Array.from({ length: 9 }, (_, day) => {
        const at = NINE + day * DAY;
        return shown(plan({ id: day + 1, since: at, decidedAt: at, level, surface: 'panel' }), DISMISS);
      });
    const rungs = (['panel', 'statusBar', 'toast'] as const).map(
      level => standingOf(past(...dismissed(level)), RULE).demotedBy,
    );
    assert.deepEqual(rungs, [0, 1, 2]);
  });

  it('one that was of use between them starts the count anew', () => {
    const used = shown(plan({ id: 9, since: NINE + 2.5 * DAY, decidedAt: NINE + 2.5 * DAY }), {
      kind: 'acted',
    });
    const third = shown(plan({ id: 10, since: NINE + 3 * DAY, decidedAt: NINE + 3 * DAY }), DISMISS);
    assert.equal(surfaceOf(after(past(dismissedDaily(2), used, third))), 'toast');
  });

  it('“less like this” takes it down at once, below where it was seen', () => {
    assert.equal(surfaceOf(after(past(shown(plan(), LESS)))), 'statusBar');
    assert.equal(surfaceOf(after(past(shown(plan({ surface: 'statusBar' }), LESS)))), 'panel');
  });

  it('nothing but “never” takes it out of the panel', () => {
    assert.equal(
      surfaceOf(
        judged(atCommit(NINE + 20 * DAY), {
          past: past(dismissedDaily(15)),
          raised: { since: NINE + 20 * DAY },
        }),
      ),
      'panel',
    );
    const never = past(shown(plan(), { kind: 'never' }));
    assert.deepEqual(after(never), { kind: 'drop', reason: 'never' });
  });

  for (const word of [{ kind: 'restored' }, { kind: 'levelSet', from: 'toast', to: 'toast' }] as const) {
    it(`is taken back by the word ${word.kind}`, () => {
      const entry = { kind: 'rule', at: NINE + 4 * DAY, rule: RULE, word } as const;
      assert.equal(surfaceOf(after(past(dismissedDaily(3), [entry]))), 'toast');
      assert.equal(surfaceOf(after(past(shown(plan(), { kind: 'never' }), [entry]))), 'toast');
    });
  }

  it('is not taken back by turning it off', () => {
    const word = { kind: 'levelSet', from: 'toast', to: 'off' } as const;
    const entry = { kind: 'rule', at: NINE + 4 * DAY, rule: RULE, word } as const;
    assert.equal(surfaceOf(after(past(shown(plan(), { kind: 'never' }), [entry]))), 'drop');
  });

  it('a finding is told once', () => {
    assert.deepEqual(decide([raised()], past(shown(plan(), DISMISS)), atCommit(TEN), RULES, chanceOf), []);
    const snoozed = past(shown(plan(), { kind: 'snoozed', until: TEN }));
    assert.equal(decide([raised()], snoozed, atCommit(TEN), RULES, chanceOf).length, 1);
  });
});

describe('an old message', () => {
  it('that is put off brings back nothing newer', () => {
    const newer = { since: NINE + HOUR };
    const both = past(shown(plan({ id: 1 })), shown(plan({ id: 2, ...newer, decidedAt: NINE + HOUR })), [
      { kind: 'nudge', at: TEN + MINUTE, id: 1, event: { kind: 'snoozed', until: TEN + HOUR } },
    ]);
    assert.deepEqual(decide([raised(newer)], both, atCommit(TEN + 2 * HOUR), RULES, chanceOf), []);
  });
});

describe('what was decided a moment ago', () => {
  const decided = past([{ kind: 'decided', plan: plan() }]);
  const nudge = decided.nudges.get(1)!;

  it('may be claimed as long as nothing speaks against it', () => {
    assert.ok(mayBeClaimed(nudge, decided, present(NINE + SECOND), RULES));
  });

  for (const answer of [{ kind: 'never' }, { kind: 'snoozed', until: TEN }] as const) {
    it(`is not shown once its rule is answered by ${answer.kind} on an older message`, () => {
      const older = shown(plan({ id: 1, since: NINE - HOUR, decidedAt: NINE - HOUR }));
      const both = past(older, [
        { kind: 'decided', plan: plan({ id: 2 }) },
        { kind: 'nudge', at: NINE, id: 1, event: answer },
      ]);
      assert.ok(!mayBeClaimed(both.nudges.get(2)!, both, present(NINE + SECOND), RULES));
    });
  }

  it('is not shown in a focus session that has begun since, in quiet hours, or over the budget', () => {
    assert.ok(!mayBeClaimed(nudge, decided, present(NINE + SECOND, { isInFocus: true }), RULES));
    const quiet = { isQuiet: true, until: null, endedAt: -Infinity };
    assert.ok(!mayBeClaimed(nudge, decided, present(NINE + SECOND, { quiet }), RULES));
    assert.ok(!mayBeClaimed(nudge, decided, present(NINE + SECOND), { ...RULES, toastsPerDay: 0 }));
  });
});
