import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NudgeAnswer } from '../../../src/core/nudges/nudge.ts';
import { standingOf } from '../../../src/core/nudges/past.ts';
import type { Level, Raised } from '../../../src/core/nudges/raised.ts';
import { PING_PONG } from '../../../src/core/rules/builtIn/pingPong.ts';
import { edit, git, save } from '../../support/signals.ts';
import { DISMISS, LESS, raised } from '../core/nudges/builders.ts';
import { Windows, type OpenWindow } from './windows.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PLAN = { kind: 'countdown', minutes: 25, intention: '' } as const;

describe('NudgeKeeper', () => {
  let windows: Windows;
  let one: OpenWindow;
  let two: OpenWindow;

  /** Two windows, of which the first leads; somebody types in the second, which is in front. */
  beforeEach(async () => {
    windows = new Windows();
    one = await windows.add('one');
    two = await windows.add('two');
    windows.blurred.add('one');
    await pass(5 * SECOND);
    type();
  });

  afterEach(() => {
    windows.dispose();
    assert.deepEqual(windows.failures, []);
  });

  function type(): void {
    const signal = edit(windows.clock.now(), { window: 'two' });
    two.keeper.signal(signal);
    two.nudges.signal(signal);
    two.keeper.flush();
  }

  function commit(): void {
    two.nudges.signal(git(windows.clock.now(), { window: 'two' }));
  }

  /** Lets time pass while somebody types now and then, and what waits for a turn have it. */
  async function pass(ms: number, works = false): Promise<void> {
    for (let passed = 0; passed < ms; passed += SECOND) {
      windows.clock.advance(SECOND);
      if (works && passed % MINUTE === 0) type();
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  function raise(level: Level, made: Partial<Raised> = {}): void {
    windows.raised = [...windows.raised, raised({ level, since: windows.clock.now(), ...made })];
  }

  const seen = () => windows.seen.map(({ window, nudges }) => [window, nudges.map(nudge => nudge.surface)]);
  const open = (window: OpenWindow) => window.nudges.open.map(nudge => nudge.surface);
  const states = () => [...two.nudges.past.nudges.values()].map(nudge => nudge.state);

  async function answer(said: NudgeAnswer): Promise<void> {
    await two.nudges.answer(
      two.nudges.open.map(({ id }) => id),
      said,
    );
    await pass(2 * SECOND);
  }

  it('shows what is for the panel in every window, at once', async () => {
    raise('panel');
    await pass(3 * SECOND);
    assert.deepEqual([open(one), open(two)], [['panel'], ['panel']]);
    assert.deepEqual(seen(), []);
  });

  it('holds a toast until a commit in another window, and shows it where the user is', async () => {
    raise('toast');
    await pass(20 * SECOND);
    assert.deepEqual(seen(), []);
    commit();
    await pass(3 * SECOND);
    assert.deepEqual(seen(), [['two', ['toast']]]);
    assert.deepEqual([open(one), open(two)], [['toast'], ['toast']]);
  });

  it('takes the end of a save for a moment between two things', async () => {
    raise('toast');
    const at = windows.clock.now();
    two.nudges.signal(save(at, { window: 'two' }));
    await pass(9 * SECOND);
    assert.deepEqual(seen(), []);
    await pass(4 * SECOND);
    assert.equal(two.nudges.open[0]?.occasion, 'saved');
  });

  it('shows a toast late where no better moment came', async () => {
    raise('toast');
    await pass(31 * MINUTE, true);
    assert.deepEqual(seen(), [['two', ['toast']]]);
    assert.equal(two.nudges.open[0]?.occasion, 'late');
  });

  it('holds all back in a focus session, and tells it after as one', async () => {
    await two.focus.start(PLAN);
    raise('panel');
    raise('toast', { rule: 'b/two' });
    raise('toast', { rule: 'c/three' });
    await pass(10 * MINUTE, true);
    commit();
    await pass(5 * SECOND);
    assert.deepEqual(open(two), []);
    const { session } = two.focus;
    await two.focus.end(session?.id ?? 0, 'done');
    await pass(4 * SECOND);
    assert.deepEqual(seen(), [['two', ['toast', 'toast']]]);
    assert.ok(two.nudges.open.every(nudge => nudge.isDigest));
    assert.equal(new Set(two.nudges.open.map(nudge => nudge.delivery)).size, 2);
  });

  it('tells nothing while nobody is there, but on return', async () => {
    await pass(6 * MINUTE);
    raise('toast');
    await pass(40 * MINUTE);
    assert.deepEqual(states(), []);
    type();
    await pass(3 * SECOND);
    assert.equal(two.nudges.open[0]?.occasion, 'returned');
  });

  it('takes a move from one window to the other for no return', async () => {
    await pass(10 * MINUTE, true);
    raise('toast');
    one.nudges.signal(edit(windows.clock.now(), { window: 'one' }));
    await pass(3 * SECOND);
    assert.deepEqual(seen(), []);
  });

  it('lets a nudge go whose cause is over', async () => {
    raise('panel');
    await pass(3 * SECOND);
    windows.raised = [];
    await pass(2 * SECOND);
    assert.deepEqual([open(one), open(two)], [[], []]);
    assert.deepEqual(states(), ['expired']);
  });

  it('lets a nudge go whose cause was over between claim and show', async () => {
    windows.cannotShow = true;
    raise('statusBar');
    commit();
    await pass(3 * SECOND);
    assert.deepEqual(states(), ['claimed']);
    windows.raised = [];
    await pass(2 * SECOND);
    assert.deepEqual(states(), ['claimed']);
    await pass(10 * SECOND);
    assert.deepEqual(states(), ['expired']);
  });

  it('lets all go where every rule was turned off, which then look at nothing', async () => {
    raise('panel');
    await pass(3 * SECOND);
    windows.rules = [{ rule: PING_PONG, level: 'off', values: {} }];
    windows.haveLooked = false;
    windows.raised = [];
    await pass(3 * SECOND);
    assert.deepEqual(open(two), []);
  });

  it('takes nothing for over before the rules have looked', async () => {
    windows.rules = [{ rule: PING_PONG, level: 'panel', values: {} }];
    raise('panel');
    await pass(3 * SECOND);
    windows.haveLooked = false;
    windows.raised = [];
    await pass(5 * SECOND);
    assert.deepEqual(open(two), ['panel']);
  });

  it('decides anew where no window came for it', async () => {
    windows.blurred.add('two');
    raise('statusBar');
    commit();
    await pass(3 * SECOND);
    assert.deepEqual(states(), ['decided']);
    await pass(70 * SECOND);
    assert.equal(states()[0], 'expired');
    windows.blurred.delete('two');
    commit();
    await pass(3 * SECOND);
    assert.deepEqual(open(one), ['statusBar']);
  });

  it('withdraws what was decided when a session has begun meanwhile', async () => {
    windows.blurred.add('two');
    raise('toast');
    commit();
    await pass(3 * SECOND);
    await two.focus.start(PLAN);
    windows.blurred.delete('two');
    await pass(3 * SECOND);
    assert.deepEqual(seen(), []);
    assert.deepEqual(states(), ['expired']);
  });

  it('keeps “never” in the other window and after the one that leads is gone', async () => {
    raise('panel');
    await pass(3 * SECOND);
    await answer({ kind: 'never' });
    assert.equal(standingOf(one.nudges.past, windows.raised[0]?.rule ?? '').isNever, true);
    windows.kill(one);
    windows.raised = [];
    await pass(5 * SECOND);
    raise('panel');
    await pass(5 * SECOND);
    assert.equal(two.leader.isLeading, true);
    assert.deepEqual(open(two), []);
    await two.nudges.restore(windows.raised[0]?.rule ?? '');
    await pass(2 * SECOND);
    assert.deepEqual(open(two), ['panel']);
  });

  it('shows again what was snoozed, when the time has come', async () => {
    raise('panel');
    await pass(3 * SECOND);
    await answer({ kind: 'snoozed', until: windows.clock.now() + HOUR });
    await pass(50 * MINUTE, true);
    assert.deepEqual(open(one), []);
    await pass(11 * MINUTE, true);
    assert.deepEqual(open(one), ['panel']);
  });

  it('lowers a rule by one rung at its third dismissal', async () => {
    const surfaces: string[] = [];
    for (let i = 0; i < 4; i++) {
      windows.raised = [];
      raise('statusBar');
      commit();
      await pass(4 * SECOND);
      surfaces.push(...open(one));
      await answer(DISMISS);
    }
    assert.deepEqual(surfaces, ['statusBar', 'statusBar', 'statusBar', 'panel']);
  });

  it('keeps the budget over both windows, and takes another surface beyond it', async () => {
    for (let i = 0; i < 4; i++) {
      raise('toast', { rule: `r/${i}` });
      commit();
      await pass(4 * SECOND);
      windows.blurred.clear();
      windows.blurred.add(i % 2 === 0 ? 'two' : 'one');
    }
    assert.deepEqual(open(one), ['toast', 'toast', 'statusBar', 'statusBar']);
    assert.deepEqual(new Set(windows.seen.map(({ window }) => window)), new Set(['one', 'two']));
  });

  it('notes a level that was set anew, once, and takes it for the latest word', async () => {
    windows.rules = [{ rule: PING_PONG, level: 'toast', values: {} }];
    const three = await windows.add('three', false);
    windows.close(one);
    windows.close(two);
    await pass(3 * SECOND);
    assert.deepEqual(
      three.nudges.levelsSet.map(entry => entry.kind === 'rule' && entry.word),
      [{ kind: 'levelSet', from: 'panel', to: 'toast' }],
    );
    await pass(5 * SECOND);
    assert.equal(three.nudges.levelsSet.length, 1);
  });

  for (const level of ['panel', 'toast'] as const) {
    it(`shows what a rule finds after the clock was set back by a day (${level})`, async () => {
      raise(level);
      commit();
      await pass(3 * SECOND);
      await answer(DISMISS);
      windows.clock.setBy(-DAY);
      windows.raised = [];
      type();
      await pass(5 * SECOND);
      raise(level, { cooldownMs: 4 * HOUR });
      commit();
      await pass(3 * SECOND);
      assert.deepEqual(open(one), [level]);
      await answer(DISMISS);
      await pass(5 * SECOND);
      assert.deepEqual(open(one), []);
    });
  }

  it('shows nothing twice because the clock was set back a little', async () => {
    raise('panel');
    await pass(3 * SECOND);
    await answer(DISMISS);
    windows.clock.setBy(-5 * MINUTE);
    type();
    await pass(6 * MINUTE, true);
    assert.deepEqual(open(one), []);
  });

  it('waits for no window that died before the clock was set back', async () => {
    windows.cannotShow = true;
    raise('statusBar');
    commit();
    await pass(3 * SECOND);
    windows.cannotShow = false;
    windows.clock.setBy(-DAY);
    windows.raised = [];
    type();
    raise('statusBar');
    await pass(2 * SECOND);
    commit();
    await pass(3 * SECOND);
    assert.deepEqual(open(one), ['statusBar']);
  });

  it('tells of the end of a session after the clock was set back', async () => {
    await two.focus.start(PLAN);
    await pass(MINUTE, true);
    await two.focus.end(two.focus.session?.id ?? 0, 'done');
    windows.clock.setBy(-DAY);
    type();
    raise('statusBar');
    await pass(2 * SECOND);
    commit();
    await pass(3 * SECOND);
    assert.deepEqual(
      two.nudges.open.map(({ occasion, isDigest }) => [occasion, isDigest]),
      [['commit', false]],
    );
  });

  it('learns nothing of what is forgotten', async () => {
    raise('panel');
    await pass(3 * SECOND);
    await two.keeper.forget({ start: windows.clock.now() - HOUR, end: windows.clock.now() + HOUR });
    windows.raised = [];
    await pass(3 * SECOND);
    assert.deepEqual([open(one), open(two)], [[], []]);
  });

  type Step = 'raise' | 'commit' | 'wait' | 'one' | 'two' | 'both' | 'answer' | 'less' | 'day' | 'lead';

  it('no day sees more toasts than its budget, whatever the windows do', async function () {
    this.timeout(120_000);
    const step = fc.constantFrom<Step>(
      ...(['raise', 'raise', 'raise', 'commit', 'commit', 'commit', 'wait', 'one', 'two'] as const),
      ...(['both', 'answer', 'less', 'day', 'lead'] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        windows.dispose();
        windows = new Windows();
        one = await windows.add('one');
        two = await windows.add('two');
        let count = 0;
        for (const each of steps) {
          type();
          if (each === 'raise') raise('toast', { rule: `r/${count++}` });
          else if (each === 'commit') commit();
          else if (each === 'wait') await pass(70 * SECOND);
          else if (each === 'day') windows.clock.sleep(DAY);
          else if (each === 'answer') await answer(DISMISS);
          else if (each === 'less') await answer(LESS);
          else if (each === 'lead') windows.raised = windows.raised.slice(1);
          else {
            windows.blurred.clear();
            if (each !== 'both') windows.blurred.add(each);
          }
          await pass(2 * SECOND);
        }
        const perDay = new Map<number, number>();
        for (const { nudges } of windows.seen) {
          const [first] = nudges;
          if (first?.surface !== 'toast' || first.state !== 'claimed') continue;
          const { start } = two.keeper.readable?.calendar.dayAt(first.claimedAt) ?? { start: 0 };
          perDay.set(start, (perDay.get(start) ?? 0) + 1);
        }
        for (const toasts of perDay.values()) assert.ok(toasts <= windows.nudgeRules.toastsPerDay);
      }),
      { numRuns: 40 },
    );
  });
});
