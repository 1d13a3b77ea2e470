import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOpen } from '../../../src/core/focus/session.ts';
import { BEAT_MS } from '../../../src/runtime/recordKeeper.ts';
import type { SettableClock } from '../../support/settableClock.ts';
import { doc, edit, focus as focusSignal } from '../../support/signals.ts';
import { Windows, type OpenWindow } from './windows.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const PLAN = { kind: 'countdown', minutes: 25, intention: 'idle rule' } as const;

describe('FocusKeeper', () => {
  let windows: Windows;
  let clock: SettableClock;
  let ends: Windows['ends'];

  beforeEach(() => {
    windows = new Windows();
    ({ clock, ends } = windows);
  });

  afterEach(() => {
    windows.dispose();
    assert.deepEqual(windows.failures, []);
  });

  const openWindow = (name: string, isForeground?: boolean) => windows.add(name, isForeground);

  it('shows a session in the other window within a beat, with what is done to it there', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    assert.equal(await one.focus.start(PLAN), true);
    clock.advance(BEAT_MS);
    assert.deepEqual(two.focus.session, one.focus.session);
    assert.equal(two.focus.session?.intention, 'idle rule');
    await two.focus.extend();
    await two.focus.pause();
    clock.advance(BEAT_MS);
    assert.equal(one.focus.session?.plannedMs, 30 * MINUTE);
    assert.notEqual(one.focus.session.pausedAt, null);
  });

  it('does not begin a second session', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.focus.start(PLAN);
    assert.equal(await two.focus.start({ ...PLAN, minutes: 50 }), false);
    assert.equal(two.focus.session?.plannedMs, 25 * MINUTE);
  });

  it('begins none without a record', async () => {
    const one = await openWindow('one');
    await one.keeper.erase();
    assert.equal(await one.focus.start(PLAN), false);
    assert.equal(one.focus.session, null);
  });

  it('ends a session once, in one of two windows, and both see it', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.focus.start(PLAN);
    clock.advance(25 * MINUTE - SECOND);
    assert.equal(ends.length, 0);
    clock.advance(SECOND + 2 * BEAT_MS);
    assert.equal(ends.length, 1);
    assert.equal(ends[0]?.session.endedAt, ends[0]!.session.startedAt + 25 * MINUTE);
    assert.equal(one.focus.session, null);
    assert.equal(two.focus.session, null);
    assert.equal(one.focus.unreviewed?.id, two.focus.unreviewed?.id);
    await two.focus.end(ends[0].session.id, 'more');
    clock.advance(BEAT_MS);
    assert.equal(one.focus.unreviewed, null);
  });

  it('leaves the end to the window that has the focus, if there is one', async () => {
    const one = await openWindow('one', false);
    await openWindow('two', true);
    await one.focus.start(PLAN);
    clock.advance(26 * MINUTE);
    assert.deepEqual(
      ends.map(({ window }) => window),
      ['two'],
    );
  });

  it('waits while somebody types in another window, and no longer than the cap', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.focus.start(PLAN);
    const start = clock.now();
    const type = () => {
      const signal = edit(clock.now(), { window: 'w2' });
      two.keeper.signal(signal);
      two.breakpoints.signal(signal);
    };
    while (clock.now() < start + 30 * MINUTE && ends.length === 0) {
      type();
      clock.advance(5 * SECOND);
    }
    assert.equal(ends.length, 1);
    assert.equal(ends[0]!.session.endedAt, start + 28 * MINUTE);
  });

  it('takes nobody for present who worked before the clock was set back', async () => {
    const one = await openWindow('one');
    one.keeper.signal(edit(clock.now()));
    one.keeper.flush();
    clock.setBy(-7 * 3_600_000);
    await one.focus.start(PLAN);
    clock.advance(25 * MINUTE + 2 * BEAT_MS);
    assert.equal(ends.length, 1);
  });

  it('goes on after a window is killed, and ends at the cap where none was open', async () => {
    const one = await openWindow('one');
    await one.focus.start(PLAN);
    const { startedAt } = one.focus.session!;
    windows.kill(one);
    clock.advance(90 * MINUTE);
    const two = await openWindow('two');
    assert.equal(two.focus.session?.startedAt, startedAt);
    clock.advance(BEAT_MS);
    assert.equal(ends[0]?.session.endedAt, startedAt + 28 * MINUTE);
  });

  for (const by of [-5 * 3_600_000, 5 * 3_600_000, -MINUTE, 40 * MINUTE]) {
    it(`ends nothing early or twice by a clock that is set by ${by / MINUTE} min`, async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      await one.focus.start(PLAN);
      clock.advance(10 * MINUTE);
      clock.setBy(by);
      clock.advance(15 * MINUTE - SECOND);
      assert.equal(ends.length, 0);
      assert.ok(two.focus.session);
      clock.advance(SECOND + 2 * BEAT_MS);
      assert.equal(ends.length, 1);
      clock.setBy(-by);
      clock.advance(5 * MINUTE);
      assert.equal(ends.length, 1);
    });
  }

  it('ends what ran out while the machine slept', async () => {
    const one = await openWindow('one');
    await one.focus.start(PLAN);
    clock.advance(10 * MINUTE);
    const { startedAt } = one.focus.session!;
    clock.sleep(120 * MINUTE);
    clock.advance(BEAT_MS);
    assert.equal(ends.length, 1);
    assert.equal(ends[0]!.session.endedAt, startedAt + 28 * MINUTE);
  });

  it('counts switches and losses of focus', async () => {
    const one = await openWindow('one');
    await one.focus.start(PLAN);
    const say = (project: string) => one.keeper.signal(edit(clock.now(), { doc: doc('a.ts', project) }));
    for (let i = 0; i < 4; i++) {
      say(i < 2 ? 'andon' : 'website');
      clock.advance(20 * SECOND);
    }
    one.keeper.signal(focusSignal(clock.now(), false));
    clock.advance(10 * SECOND);
    one.keeper.signal(focusSignal(clock.now(), true));
    clock.advance(BEAT_MS);
    assert.deepEqual(one.focus.interruptions(one.focus.session!), { own: 1, outer: 1 });
  });

  it('forgets the session when everything is erased', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.focus.start(PLAN);
    clock.advance(BEAT_MS);
    await one.keeper.erase();
    clock.advance(BEAT_MS);
    assert.equal(one.focus.session, null);
    assert.equal(two.focus.session, null);
  });

  describe('in a series of rounds', () => {
    const ROUND = { kind: 'pomodoro', minutes: 25, intention: 'idle rule', item: 'i1' } as const;
    const kindIn = ({ focus }: OpenWindow) => focus.session?.kind;
    const offeredIn = ({ focus }: OpenWindow) => focus.offer?.kind;
    const ended = () => ends.map(({ session }) => `${session.kind} ${session.round}`);

    it('begins nothing by itself, and offers the break and the next round in every window', async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      await one.focus.start(ROUND);
      assert.equal(one.focus.offer, null);
      clock.advance(25 * MINUTE + 2 * BEAT_MS);
      assert.deepEqual(two.focus.offer, { kind: 'break', plannedMs: 5 * MINUTE, nextRound: 2 });
      clock.advance(10 * MINUTE);
      assert.ok(!one.focus.session);
      assert.equal(await two.focus.takeOffer(), true);
      clock.advance(BEAT_MS);
      assert.equal(kindIn(one), 'break');
      clock.advance(5 * MINUTE);
      assert.equal(one.focus.session, null);
      assert.deepEqual(one.focus.offer, { kind: 'round', round: 2 });
      assert.equal(await one.focus.takeOffer(), true);
      const { kind, round, intention, item } = one.focus.session!;
      assert.deepEqual([kind, round, intention, item], ['pomodoro', 2, 'idle rule', 'i1']);
      assert.deepEqual(ended(), ['pomodoro 1', 'break 1']);
    });

    it('can skip a break, before it and in it', async () => {
      const one = await openWindow('one');
      await one.focus.start(ROUND);
      clock.advance(25 * MINUTE + BEAT_MS);
      assert.equal(await one.focus.startNextRound(), true);
      assert.equal(one.focus.session?.round, 2);
      clock.advance(20 * MINUTE);
      await one.focus.end(one.focus.session.id, 'done');
      await one.focus.takeOffer();
      clock.advance(MINUTE);
      await one.focus.end(one.focus.session.id, null);
      assert.equal(one.focus.session, null);
      assert.deepEqual(one.focus.offer, { kind: 'round', round: 3 });
      assert.deepEqual(ended(), ['pomodoro 1']);
    });

    it('offers nothing more once that was declined, in any window', async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      await one.focus.start(ROUND);
      clock.advance(25 * MINUTE + 2 * BEAT_MS);
      await one.focus.declineOffer();
      clock.advance(BEAT_MS);
      assert.equal(one.focus.offer, null);
      assert.equal(two.focus.offer, null);
      await two.focus.start(ROUND);
      clock.advance(25 * MINUTE + 2 * BEAT_MS);
      assert.equal(offeredIn(one), 'break');
    });

    it('says when its offer is over', async () => {
      const one = await openWindow('one');
      await one.focus.start(ROUND);
      clock.advance(25 * MINUTE + BEAT_MS);
      let changes = 0;
      one.focus.onDidChange(() => changes++);
      clock.advance(30 * MINUTE);
      assert.equal(one.focus.offer, null);
      assert.equal(changes, 1);
    });

    it('asks in a break how the round before it went', async () => {
      const one = await openWindow('one');
      await one.focus.start(ROUND);
      clock.advance(25 * MINUTE + BEAT_MS);
      const round = one.focus.unreviewed!;
      await one.focus.takeOffer();
      assert.equal(one.focus.unreviewed?.id, round.id);
      const said = { outcome: 'more', word: ' calm ', reasons: ['asked', 'message'] } as const;
      await one.focus.review(round.id, said);
      assert.equal(one.focus.unreviewed, null);
      const [kept] = one.focus.sessionsIn({ start: round.startedAt, end: clock.now() });
      assert.deepEqual([kept?.outcome, kept?.word, kept?.reasons], ['more', 'calm', ['asked', 'message']]);
    });

    it('has no break among the sessions of a time', async () => {
      const one = await openWindow('one');
      await one.focus.start(ROUND);
      const start = clock.now();
      clock.advance(25 * MINUTE + BEAT_MS);
      await one.focus.takeOffer();
      clock.advance(6 * MINUTE);
      const kinds = one.focus.sessionsIn({ start, end: clock.now() }).map(({ kind }) => kind);
      assert.deepEqual(kinds, ['pomodoro']);
    });

    it('keeps what interrupted a session while it runs', async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      await one.focus.start(ROUND);
      await one.focus.setReasons(['idea', 'waiting']);
      clock.advance(BEAT_MS);
      assert.deepEqual(two.focus.session?.reasons, ['waiting', 'idea']);
    });

    it('ends every round and break once and none early, however clocks are set and windows die', async function () {
      this.timeout(30_000);
      const step = fc.record({
        minutes: fc.integer({ min: 1, max: 30 }),
        set: fc.oneof(fc.constant(0), fc.integer({ min: -1_440, max: 1_440 })),
        kills: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async steps => {
          const many = new Windows();
          try {
            let one = await many.add('w0');
            await many.add('other');
            await one.focus.start(ROUND);
            const begun = new Map<number, number>();
            let real = 0;
            for (const [i, { minutes, set, kills }] of steps.entries()) {
              const { session } = one.focus;
              if (session && !begun.has(session.id)) begun.set(session.id, real);
              many.clock.setBy(set * MINUTE);
              // Each beat is looked at, since an end is told in one of them.
              for (let ms = 0; ms < minutes * MINUTE; ms += BEAT_MS) {
                many.clock.advance(BEAT_MS);
                real += BEAT_MS;
                for (const end of many.ends.filter(({ session: each }) => begun.has(each.id))) {
                  const ranMs = real - begun.get(end.session.id)!;
                  assert.ok(ranMs >= end.session.plannedMs! - 5_000 - BEAT_MS, 'ended early');
                  begun.delete(end.session.id);
                }
              }
              if (kills) {
                many.kill(one);
                one = await many.add(`w${i + 1}`);
              }
              if (!one.focus.session) await one.focus.takeOffer();
            }
            const ids = many.ends.map(({ session }) => session.id);
            assert.deepEqual(ids, [...new Set(ids)], 'ended twice');
            assert.ok(many.ends.every(({ session }) => !isOpen(session)));
            assert.deepEqual(many.failures, []);
          } finally {
            many.dispose();
          }
        }),
        { numRuns: 5 },
      );
    });
  });
});
