import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decide, mayBeClaimed, plansOf } from '../../../../src/core/nudges/decide.ts';
import { isPending, type NudgeAnswer, type NudgeEvent } from '../../../../src/core/nudges/nudge.ts';
import { NO_PAST, pastOf, remember, type Entry } from '../../../../src/core/nudges/past.ts';
import type { Raised } from '../../../../src/core/nudges/raised.ts';
import {
  chanceOf,
  DISMISS,
  LESS,
  MINUTE,
  NINE,
  past,
  plan,
  present,
  raised,
  RULES,
  SECOND,
  shown,
  UTC,
} from './builders.ts';

const NAMES = ['a/one', 'b/two', 'c/three'] as const;
const WINDOWS = ['w1', 'w2', 'w3'] as const;

type Step =
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'raise'; readonly rule: string; readonly level: Raised['level'] }
  | { readonly do: 'resolve'; readonly rule: string }
  /** Any window may think for a moment that it leads, and one that does so wrongly may not know of the latest (`isStale`). */
  | { readonly do: 'decide'; readonly atBreakpoint: boolean; readonly isStale: boolean }
  | { readonly do: 'claim' | 'show'; readonly window: string; readonly pick: number }
  | { readonly do: 'tidy' }
  | { readonly do: 'focus'; readonly isOpen: boolean }
  | { readonly do: 'answer'; readonly pick: number; readonly answer: NudgeAnswer };

const pick = fc.nat({ max: 5 });
const rule = fc.constantFrom(...NAMES);
const window = fc.constantFrom(...WINDOWS);
const answer = fc.constantFrom<NudgeAnswer>(
  DISMISS,
  LESS,
  { kind: 'acted' },
  { kind: 'never' },
  { kind: 'snoozed', until: NINE + 600 * MINUTE },
);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom(0, SECOND, 9 * SECOND, 10 * SECOND, MINUTE, 30 * MINUTE, 300 * MINUTE)
    .map(ms => ({ do: 'pass', ms }) as const),
  fc.record({
    do: fc.constant('raise' as const),
    rule,
    level: fc.constantFrom('toast', 'toast', 'statusBar', 'panel'),
  }),
  rule.map(of => ({ do: 'resolve', rule: of }) as const),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      atBreakpoint: fc.boolean(),
      isStale: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), window, pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('show' as const), window, pick }) },
  { weight: 2, arbitrary: fc.constant({ do: 'tidy' } as const) },
  fc.constantFrom(true, false, false).map(isOpen => ({ do: 'focus', isOpen }) as const),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), pick, answer }) },
);

/** Windows on one log, each step of which is one transaction. */
class Windows {
  readonly log: Entry[] = [];
  readonly raised = new Map<string, Raised>();
  /** What a user has before them once a window has claimed it. */
  readonly seen: {
    day: string;
    delivery: number;
    surface: string;
    rule: string;
    at: number;
    window: string;
    id: number;
  }[] = [];
  past = NO_PAST;
  /** As it was when time last passed. */
  private stale = NO_PAST;
  now = NINE;
  isInFocus = false;
  private focusEndedAt = -Infinity;
  private nextId = 1;

  run(step: Step): void {
    switch (step.do) {
      case 'pass':
        this.now += step.ms;
        this.stale = this.past;
        return;
      case 'raise':
        if (!this.raised.has(step.rule)) {
          this.raised.set(step.rule, raised({ rule: step.rule, level: step.level, since: this.now }));
        }
        return;
      case 'resolve':
        this.raised.delete(step.rule);
        for (const { id, rule: of } of this.past.nudges.values())
          if (of === step.rule) this.happen(id, { kind: 'resolved' });
        return;
      case 'decide':
        this.decide(step);
        return;
      case 'claim':
        this.claim(step.window, step.pick);
        return;
      case 'show':
        this.happen(this.nth(step.pick), { kind: 'shown', window: step.window });
        return;
      case 'tidy':
        for (const id of this.past.nudges.keys()) this.happen(id, { kind: 'timePassed' });
        return;
      case 'focus':
        if (this.isInFocus && !step.isOpen) this.focusEndedAt = this.now;
        this.isInFocus = step.isOpen;
        return;
      case 'answer':
        this.happen(this.nth(step.pick), step.answer);
        return;
    }
  }

  private get present() {
    return present(this.now, { isInFocus: this.isInFocus, focusEndedAt: this.focusEndedAt });
  }

  private decide({ atBreakpoint, isStale }: Extract<Step, { do: 'decide' }>): void {
    const known = isStale ? this.stale : this.past;
    const breakpoint = atBreakpoint ? ({ kind: 'commit', at: this.now } as const) : null;
    const judged = decide(this.raised.values(), known, { ...this.present, breakpoint }, RULES, chanceOf);
    for (const made of plansOf(judged, this.nextId, this.now)) {
      this.nextId++;
      this.write({ kind: 'decided', plan: made });
    }
  }

  private claim(by: string, which: number): void {
    const nudge = this.past.nudges.get(this.nth(which));
    if (!nudge || !isPending(nudge)) return;
    if (!mayBeClaimed(nudge, this.past, this.present, RULES)) {
      this.happen(nudge.id, { kind: 'withdrawn' });
      return;
    }
    if (!this.happen(nudge.id, { kind: 'claimed', window: by })) return;
    const { delivery, surface, rule: of, id } = nudge;
    const day = UTC.dayAt(this.now).date;
    this.seen.push({ day, delivery, surface, rule: of, at: this.now, window: by, id });
  }

  /** The id of one of the latest nudges. */
  private nth(which: number): number {
    return [...this.past.nudges.keys()].toReversed()[which] ?? 0;
  }

  private happen(id: number, event: NudgeEvent): boolean {
    return this.write({ kind: 'nudge', at: this.now, id, event });
  }

  private write(entry: Entry): boolean {
    const before = this.past;
    this.past = remember(before, entry);
    this.log.push(entry);
    return this.past !== before;
  }
}

function overStories(
  check: (windows: Windows, step: Step) => void,
  end: (windows: Windows) => void = () => undefined,
) {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 120, size: 'max' }), story => {
      const windows = new Windows();
      for (const step of story) {
        windows.run(step);
        check(windows, step);
      }
      end(windows);
    }),
    { numRuns: 300 },
  );
}

describe('however windows take turns', () => {
  it('no day sees more toasts than its budget', () => {
    overStories(({ seen }) => {
      const deliveries = new Map<string, Set<number>>();
      const counted = new Set<number>();
      for (const { day, delivery, surface } of seen) {
        // The rest of a digest is seen with its first part.
        if (surface !== 'toast' || counted.has(delivery)) continue;
        counted.add(delivery);
        deliveries.set(day, (deliveries.get(day) ?? new Set()).add(delivery));
      }
      for (const each of deliveries.values()) assert.ok(each.size <= RULES.toastsPerDay);
    });
  });

  it('nothing comes up in focus', () => {
    let before = 0;
    overStories(windows => {
      if (windows.seen.length > before) assert.ok(!windows.isInFocus);
      before = windows.seen.length;
    });
  });

  it('no nudge has two claims, and no digest two windows', () => {
    overStories(
      () => undefined,
      ({ seen }) => {
        assert.equal(new Set(seen.map(({ id }) => id)).size, seen.length);
        for (const { delivery, window: by } of seen) {
          assert.ok(seen.every(other => other.delivery !== delivery || other.window === by));
        }
      },
    );
  });

  it('no rule has two nudges at once', () => {
    overStories(({ past: { nudges } }) => {
      const pending = [...nudges.values()].filter(isPending).map(nudge => nudge.rule);
      assert.equal(new Set(pending).size, pending.length);
    });
  });

  it('never is never', () => {
    const silenced = new Map<string, number>();
    overStories(
      ({ past: known, seen }) => {
        for (const [name, { isNever }] of known.standings) {
          if (!isNever) {
            assert.ok(!silenced.has(name));
            continue;
          }
          const count = seen.filter(({ rule: of }) => of === name).length;
          assert.equal(silenced.get(name) ?? count, count);
          silenced.set(name, count);
        }
      },
      () => {
        silenced.clear();
      },
    );
  });

  it('the past that a window reads is the one that the others wrote', () => {
    overStories(
      () => undefined,
      ({ log, past: known }) => {
        assert.deepEqual(pastOf(log), known);
      },
    );
  });
});

describe('two leaders', () => {
  it('decide on a finding once', () => {
    const once = past([{ kind: 'decided', plan: plan({ id: 1 }) }]);
    assert.equal(remember(once, { kind: 'decided', plan: plan({ id: 2 }) }), once);
    const told = past(shown(plan({ id: 1 })));
    assert.equal(remember(told, { kind: 'decided', plan: plan({ id: 2 }) }), told);
  });
});

describe('a digest', () => {
  const digest = past([
    { kind: 'decided', plan: plan({ id: 1, rule: 'a/one' }) },
    { kind: 'decided', plan: plan({ id: 2, rule: 'b/two', delivery: 1 }) },
    { kind: 'nudge', at: NINE, id: 1, event: { kind: 'claimed', window: 'w1' } },
  ]);

  it('goes to one window as a whole', () => {
    const byAnother = { kind: 'nudge', at: NINE, id: 2, event: { kind: 'claimed', window: 'w2' } } as const;
    assert.equal(remember(digest, byAnother), digest);
    const bySame = remember(digest, { ...byAnother, event: { kind: 'claimed', window: 'w1' } });
    assert.equal(bySame.nudges.get(2)?.state, 'claimed');
    assert.equal(bySame.toasts.length, 1);
  });
});
