import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clockShift } from '../../../../src/core/focus/clockShift.ts';
import {
  dueAt,
  elapsedMs,
  EXTEND_MS,
  isLanding,
  isOpen,
  remainingMs,
  transition,
  type Session,
  type SessionEvent,
} from '../../../../src/core/focus/session.ts';

const START = Date.UTC(2026, 10, 23, 9);
const MINUTE = 60_000;
const BOOT = START - 3 * 3_600_000;
const SOFT = 3 * MINUTE;

function begin(minutes: number | null = 25, at = START): Session {
  const plannedMs = minutes === null ? null : minutes * MINUTE;
  const kind = minutes === null ? 'flow' : 'countdown';
  const session = { kind, plannedMs, intention: 'idle rule', item: null, round: null, bootAt: BOOT } as const;
  return { ...transition(null, { kind: 'start', session }, at)!, id: 1 };
}

function after(session: Session, event: SessionEvent, at: number): Session {
  return transition(session, event, at)!;
}

const passed = (isBreakpoint = true): SessionEvent => ({
  kind: 'timePassed',
  isBreakpoint,
  softLandingMs: SOFT,
});
const done: SessionEvent = { kind: 'end', id: 1, outcome: 'done', word: 'calm' };

describe('a focus session', () => {
  it('counts down from its start', () => {
    const session = begin();
    assert.equal(remainingMs(session, START), 25 * MINUTE);
    assert.equal(remainingMs(session, START + 7 * MINUTE), 18 * MINUTE);
    assert.equal(remainingMs(session, START + 26 * MINUTE), -MINUTE);
    assert.equal(dueAt(session), START + 25 * MINUTE);
  });

  it('counts up in flow, and is never over by itself', () => {
    const session = begin(null);
    assert.equal(elapsedMs(session, START + 52 * MINUTE), 52 * MINUTE);
    assert.equal(remainingMs(session, START + 52 * MINUTE), null);
    assert.equal(after(session, passed(), START + 1000 * MINUTE), session);
    assert.equal(after(session, { kind: 'extend' }, START + MINUTE), session);
  });

  it('goes on beside a second start', () => {
    const session = begin();
    const event: SessionEvent = { kind: 'start', session: { ...begin(50), bootAt: BOOT } };
    assert.equal(transition(session, event, START + MINUTE), session);
    assert.equal(transition(after(session, done, START + MINUTE), event, START + 2 * MINUTE)?.id, 0);
  });

  it('waits at its end for a breakpoint, up to the cap', () => {
    const session = begin();
    assert.equal(after(session, passed(), START + 25 * MINUTE - 1), session);
    assert.equal(after(session, passed(false), START + 25 * MINUTE), session);
    assert.ok(isLanding(session, START + 25 * MINUTE));
    assert.equal(after(session, passed(true), START + 26 * MINUTE).endedAt, START + 26 * MINUTE);
    assert.equal(after(session, passed(false), START + 28 * MINUTE).endedAt, START + 28 * MINUTE);
  });

  it('that was over while the machine slept ended at the cap', () => {
    assert.equal(after(begin(), passed(), START + 600 * MINUTE).endedAt, START + 28 * MINUTE);
  });

  it('is extended by five minutes: from its end, or from now once that has come', () => {
    const session = begin();
    const early = after(session, { kind: 'extend' }, START + MINUTE);
    assert.equal(remainingMs(early, START + MINUTE), 24 * MINUTE + EXTEND_MS);
    const late = after(session, { kind: 'extend' }, START + 27 * MINUTE);
    assert.equal(remainingMs(late, START + 27 * MINUTE), EXTEND_MS);
  });

  it('does not end while it is paused', () => {
    const session = after(begin(), { kind: 'pause' }, START + 24 * MINUTE);
    assert.equal(after(session, passed(), START + 300 * MINUTE), session);
    const again = after(session, { kind: 'resume' }, START + 300 * MINUTE);
    assert.equal(remainingMs(again, START + 300 * MINUTE), MINUTE);
  });

  it('is ended in a pause with the time before it', () => {
    const session = after(begin(), { kind: 'pause' }, START + 10 * MINUTE);
    const ended = after(session, done, START + 60 * MINUTE);
    assert.equal(elapsedMs(ended, START + 99 * MINUTE), 10 * MINUTE);
    assert.deepEqual([ended.outcome, ended.word], ['done', 'calm']);
  });

  it('that ended by itself takes one word on how it went, and keeps its end', () => {
    const over = after(begin(), passed(), START + 25 * MINUTE);
    const said = after(over, { ...done, word: '' }, START + 40 * MINUTE);
    assert.deepEqual([said.endedAt, said.outcome], [over.endedAt, 'done']);
    assert.equal(after(said, { ...done, outcome: 'more' }, START + 41 * MINUTE), said);
  });

  it('is not ended by the end of another', () => {
    const session = begin();
    assert.equal(after(session, { ...done, id: 2 }, START + MINUTE), session);
  });
});

describe('a clock that is set', () => {
  const uptimeAt = (time: number) => time - BOOT;

  it('is told from a machine that slept', () => {
    const session = begin();
    const slept = START + 60 * MINUTE;
    assert.equal(clockShift(session, slept, uptimeAt(slept)), null);
    assert.deepEqual(clockShift(session, slept, uptimeAt(START + MINUTE)), {
      kind: 'clockSet',
      by: 59 * MINUTE,
      bootAt: BOOT + 59 * MINUTE,
    });
  });

  it('that is put right bit by bit says nothing', () => {
    assert.equal(clockShift(begin(), START + MINUTE + 900, uptimeAt(START + MINUTE)), null);
  });

  it('does not count after a restart: then the wall clock is believed', () => {
    const session = begin();
    const now = START + 10 * MINUTE;
    const shift = clockShift(session, now, MINUTE);
    assert.equal(shift?.by, 0);
    const settled = after(session, shift, now);
    assert.equal(remainingMs(settled, now), 15 * MINUTE);
    assert.equal(clockShift(settled, now + MINUTE, 2 * MINUTE), null);
  });
});

/** What can happen, with the time that passes before it. `set`: the wall clock is set by so much meanwhile. */
const steps = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 40 * MINUTE }),
    set: fc.oneof(fc.constant(0), fc.integer({ min: -86_400_000, max: 86_400_000 })),
    what: fc.constantFrom('pause', 'resume', 'extend', 'pass', 'end'),
    isBreakpoint: fc.boolean(),
  }),
  { maxLength: 30 },
);

describe('whatever happens to a focus session', () => {
  it('it ends once, never before its time has run by a clock that nobody sets', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 180 }), (happening, minutes) => {
        let session = begin(minutes);
        let real = START;
        let set = 0;
        let runMs = 0;
        let ends = 0;
        for (const { wait, set: by, what, isBreakpoint } of happening) {
          if (isOpen(session) && session.pausedAt === null) runMs += wait;
          real += wait;
          set += by;
          const now = real + set;
          const shift = isOpen(session) ? clockShift(session, now, real - BOOT) : null;
          if (shift) session = after(session, shift, now);
          const before = session;
          const event: SessionEvent =
            what === 'pass' ? passed(isBreakpoint) : what === 'end' ? done : { kind: what };
          session = after(session, event, now);
          if (isOpen(before) && !isOpen(session)) {
            ends++;
            // Shifts below the tolerance add up to it at most.
            if (what === 'pass') assert.ok(runMs >= before.plannedMs! - 5_000, 'ended early');
          }
          if (!isOpen(before)) assert.equal(session.endedAt, before.endedAt);
        }
        assert.ok(ends <= 1);
      }),
    );
  });

  it('a pause keeps what is left, however long it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 * MINUTE }),
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 10 ** 9 }),
        (until, look, pause) => {
          const at = START + until;
          const paused = after(begin(), { kind: 'pause' }, at);
          const left = remainingMs(begin(), at);
          assert.equal(remainingMs(paused, at + look), left);
          const end = at + pause;
          assert.equal(remainingMs(after(paused, { kind: 'resume' }, end), end), left);
        },
      ),
    );
  });
});
