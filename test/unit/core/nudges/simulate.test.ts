import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BREAKPOINTS } from '../../../../src/core/focus/breakpointWatch.ts';
import { parseQuietHours, quietAt } from '../../../../src/core/nudges/quietHours.ts';
import { NudgeRun, simulate, type SimulationOptions } from '../../../../src/core/nudges/simulate.ts';
import type { Happening } from '../../../../src/core/nudges/surroundings.ts';
import { LEVELS, type Raised } from '../../../../src/core/nudges/raised.ts';
import type { NudgeAnswer, Plan } from '../../../../src/core/nudges/nudge.ts';
import {
  chanceOf,
  DAY,
  DISMISS,
  HOUR,
  LESS,
  MINUTE,
  NINE,
  raised,
  RULE,
  RULES,
  SECOND,
  UTC,
} from './builders.ts';

const OPTIONS: SimulationOptions = { rules: RULES, quietHours: null, calendar: UTC, chanceOf };

const raise = (at: number, made: Partial<Raised> = {}): Happening => ({
  kind: 'raised',
  at,
  raised: raised({ since: at, ...made }),
});
const resolve = (at: number, rule = RULE): Happening => ({ kind: 'resolved', at, rule });
const commit = (at: number): Happening => ({ kind: 'breakpoint', at, breakpoint: 'commit' });
const focus = (at: number, phase: 'start' | 'end'): Happening => ({ kind: 'focus', at, phase });
const away = (at: number, phase: 'start' | 'end'): Happening => ({ kind: 'away', at, phase });
const look = (at: number): Happening => ({ kind: 'look', at });

function shownAt(happenings: Happening[], options: Partial<SimulationOptions> = {}): [number, string][] {
  const { nudges } = simulate(happenings, { ...OPTIONS, ...options });
  return nudges.map(({ decidedAt, occasion }) => [decidedAt, occasion]);
}

describe('nudges as they would come', () => {
  it('come at the next commit', () => {
    assert.deepEqual(shownAt([raise(NINE), commit(NINE + 7 * MINUTE)]), [[NINE + 7 * MINUTE, 'commit']]);
  });

  it('come on the minute when no breakpoint came', () => {
    assert.deepEqual(shownAt([raise(NINE), look(NINE + HOUR)]), [[NINE + 30 * MINUTE, 'late']]);
  });

  it('wait for the end of a focus session, and not for more', () => {
    const story = [
      focus(NINE, 'start'),
      raise(NINE + MINUTE),
      commit(NINE + 5 * MINUTE),
      focus(NINE + HOUR, 'end'),
    ];
    assert.deepEqual(shownAt([...story, look(NINE + 2 * HOUR)]), [[NINE + HOUR, 'sessionEnded']]);
  });

  it('wait for whoever is away', () => {
    const story = [away(NINE, 'start'), raise(NINE), away(NINE + 2 * HOUR, 'end'), look(NINE + 3 * HOUR)];
    assert.deepEqual(shownAt(story), [[NINE + 2 * HOUR, 'returned']]);
  });

  it('wait for a breakpoint after quiet hours', () => {
    const quietHours = parseQuietHours('08:00-10:00');
    const story = [raise(NINE), commit(NINE + MINUTE), look(NINE + 3 * HOUR)];
    assert.deepEqual(shownAt(story, { quietHours }), [[NINE + HOUR + 30 * MINUTE, 'late']]);
  });

  it('are dropped when what they tell of is over, and say why', () => {
    const { nudges, dropped } = simulate(
      [raise(NINE), resolve(NINE + MINUTE), commit(NINE + 2 * MINUTE)],
      OPTIONS,
    );
    assert.deepEqual(nudges, []);
    assert.deepEqual(
      dropped.map(({ at, reason }) => [at, reason]),
      [[NINE + MINUTE, 'resolved']],
    );
  });

  it('come again after they were put off', () => {
    const answer = (): { afterMs: number; answer: NudgeAnswer } => ({
      afterMs: MINUTE,
      answer: { kind: 'snoozed', until: NINE + HOUR },
    });
    const story = [raise(NINE), commit(NINE), commit(NINE + 50 * MINUTE), commit(NINE + 70 * MINUTE)];
    assert.deepEqual(shownAt(story, { answer }), [
      [NINE, 'commit'],
      [NINE + 70 * MINUTE, 'commit'],
    ]);
  });

  it('go on from a past', () => {
    const days = [0, 1, 2].map(day => NINE + day * DAY);
    const dismiss = () => ({ afterMs: SECOND, answer: DISMISS });
    const story = days.flatMap(at => [raise(at), commit(at), resolve(at + HOUR)]);
    const run = new NudgeRun({ ...OPTIONS, answer: dismiss }, () => undefined);
    for (const happening of story) run.take(happening);
    const later = simulate([raise(NINE + 3 * DAY), commit(NINE + 3 * DAY)], { ...OPTIONS, past: run.past });
    assert.deepEqual(
      later.nudges.map(({ id, surface }) => [id, surface]),
      [[4, 'statusBar']],
    );
  });

  it('cannot be told out of order', () => {
    const run = new NudgeRun(OPTIONS, () => undefined);
    run.take(commit(NINE));
    assert.throws(() => {
      run.take(commit(NINE - 1));
    }, RangeError);
  });
});

const NAMES = ['a/one', 'b/two', 'c/three'];
const kinds = fc.constantFrom(...BREAKPOINTS.filter(kind => kind !== 'sessionEnded' && kind !== 'returned'));
const phase = fc.constantFrom('start' as const, 'end' as const);
const makers: fc.Arbitrary<(at: number) => Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...LEVELS, 'toast'), fc.constantFrom(0, HOUR))
      .map(
        ([rule, level, cooldownMs]) =>
          (at: number) =>
            raise(at, { rule, level, cooldownMs }),
      ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES).map(rule => (at: number) => resolve(at, rule)) },
  {
    weight: 4,
    arbitrary: kinds.map(breakpoint => (at: number): Happening => ({ kind: 'breakpoint', at, breakpoint })),
  },
  phase.map(of => (at: number) => focus(at, of)),
  phase.map(of => (at: number) => away(at, of)),
);
const pauses = fc.constantFrom(
  0,
  SECOND,
  10 * SECOND,
  11 * SECOND,
  MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  9 * HOUR,
);

const stories: fc.Arbitrary<Happening[]> = fc
  .array(fc.tuple(pauses, makers), { maxLength: 80, size: 'max' })
  .map(list => {
    let at = NINE;
    return list.map(([pause, make]) => make((at += pause)));
  });

/** Answers by the nudge's number, so that the same nudge gets the same answer. */
const answers = fc
  .array(
    fc.option(
      fc.record({
        afterMs: fc.constantFrom(0, MINUTE, HOUR),
        answer: fc.constantFrom<NudgeAnswer>(
          DISMISS,
          LESS,
          { kind: 'acted' },
          { kind: 'never' },
          { kind: 'snoozed', until: NINE + 5 * HOUR },
        ),
      }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(list => (plan: Plan) => list[plan.id % list.length] ?? null);

const options: fc.Arbitrary<SimulationOptions> = fc
  .record({
    answer: answers,
    isLearning: fc.boolean(),
    quiet: fc.constantFrom('', '22:00-07:00', '11:00-12:00'),
  })
  .map(({ answer, isLearning, quiet }) => ({
    ...OPTIONS,
    answer,
    rules: { ...RULES, isLearning },
    quietHours: parseQuietHours(quiet),
  }));

describe('whatever happens', () => {
  it('looking once more changes nothing', () => {
    const looks = fc.array(fc.nat({ max: 20 * HOUR }), { maxLength: 30 });
    fc.assert(
      fc.property(stories, options, looks, (story, made, times) => {
        const until = story.at(-1)?.at ?? NINE;
        const all = [...story, ...times.map(ms => look(NINE + ms)).filter(({ at }) => at <= until)];
        assert.deepEqual(
          simulate(
            all.sort((a, b) => a.at - b.at),
            made,
          ),
          simulate(story, made),
        );
      }),
    );
  });

  it('nothing is shown in focus, in quiet hours or to nobody', () => {
    fc.assert(
      fc.property(stories, options, (story, made) => {
        const { nudges } = simulate(story, made);
        for (const { decidedAt } of nudges) {
          assert.ok(!isUnderWay(story, 'focus', decidedAt));
          assert.ok(!isUnderWay(story, 'away', decidedAt));
          assert.ok(!quietAt(made.quietHours, decidedAt, UTC).isQuiet);
        }
      }),
    );
  });

  it('every finding is shown, dropped with a reason, or held still', () => {
    fc.assert(
      fc.property(stories, options, (story, made) => {
        const { nudges, dropped, held } = simulate(story, made);
        const key = ({ rule, since }: { rule: string; since: number }) => `${rule} ${since}`;
        const told = new Set([...nudges, ...held, ...dropped.map(each => each.raised)].map(key));
        for (const happening of story) {
          if (happening.kind === 'raised') assert.ok(told.has(key(happening.raised)));
        }
      }),
    );
  });

  it('the budget of no day is passed', () => {
    fc.assert(
      fc.property(stories, options, (story, made) => {
        const toasts = simulate(story, made).nudges.filter(({ surface }) => surface === 'toast');
        const byDay = new Map<string, Set<number>>();
        for (const { decidedAt, delivery } of toasts) {
          const day = UTC.dayAt(decidedAt).date;
          byDay.set(day, (byDay.get(day) ?? new Set()).add(delivery));
        }
        for (const each of byDay.values()) assert.ok(each.size <= RULES.toastsPerDay);
      }),
    );
  });

  it('what waits, undisturbed and with somebody there, comes within the longest time', () => {
    const calm = stories.map(story => story.filter(({ kind }) => kind !== 'focus' && kind !== 'away'));
    fc.assert(
      fc.property(calm, story => {
        const { held } = simulate(story, OPTIONS);
        const until = story.at(-1)?.at ?? NINE;
        for (const each of held) {
          if (each.level !== 'off' && each.cooldownMs === 0) assert.ok(until - each.since < RULES.maxDeferMs);
        }
      }),
    );
  });
});

function isUnderWay(story: readonly Happening[], kind: 'focus' | 'away', at: number): boolean {
  const last = story.findLast(happening => happening.kind === kind && happening.at <= at);
  return last?.kind === kind && last.phase === 'start';
}
