import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextRound, offerAfter, ROUNDS } from '../../../../src/core/focus/offer.ts';
import { planned, plannedOffer, plannedRound } from '../../../../src/core/focus/plan.ts';
import { isOpen, transition, type Session } from '../../../../src/core/focus/session.ts';
import { MINUTE, NINE, session } from './builders.ts';

const LENGTHS = { roundMs: 25 * MINUTE, breakMs: 5 * MINUTE, longBreakMs: 15 * MINUTE };

function round(number: number, overrides: Partial<Session> = {}): Session {
  return session({ kind: 'pomodoro', round: number, endedAt: NINE + 25 * MINUTE, ...overrides });
}

function rest(afterRound: number | null, overrides: Partial<Session> = {}): Session {
  return session({ kind: 'break', round: afterRound, endedAt: NINE + 30 * MINUTE, ...overrides });
}

describe('what is offered after a session', () => {
  const soon = NINE + 31 * MINUTE;

  it('is a break of 5 min after a round, and of 15 after the fourth', () => {
    const breaks = [1, 2, 3, 4].map(number => offerAfter(round(number), soon, LENGTHS));
    assert.deepEqual(breaks, [
      { kind: 'break', plannedMs: 5 * MINUTE, nextRound: 2 },
      { kind: 'break', plannedMs: 5 * MINUTE, nextRound: 3 },
      { kind: 'break', plannedMs: 5 * MINUTE, nextRound: 4 },
      { kind: 'break', plannedMs: 15 * MINUTE, nextRound: 1 },
    ]);
  });

  it('is the next round after a break, and the first after the long one', () => {
    assert.deepEqual(offerAfter(rest(2), soon, LENGTHS), { kind: 'round', round: 3 });
    assert.deepEqual(offerAfter(rest(4), soon, LENGTHS), { kind: 'round', round: 1 });
  });

  it('is nothing after a round that was ended before half of its time, which is begun anew', () => {
    const short = round(2, { endedAt: NINE + 12 * MINUTE });
    assert.equal(offerAfter(short, NINE + 13 * MINUTE, LENGTHS), null);
    assert.equal(nextRound(short, NINE + 13 * MINUTE), 2);
    const long = round(2, { endedAt: NINE + 13 * MINUTE });
    assert.equal(offerAfter(long, NINE + 14 * MINUTE, LENGTHS)?.kind, 'break');
  });

  it('is a break in proportion after flow, and nothing after that break', () => {
    const flow = session({ kind: 'flow', plannedMs: null, endedAt: NINE + 50 * MINUTE });
    const offer = offerAfter(flow, NINE + 51 * MINUTE, LENGTHS);
    assert.deepEqual(offer, { kind: 'break', plannedMs: 10 * MINUTE, nextRound: null });
    assert.equal(offerAfter(rest(null), soon, LENGTHS), null);
  });

  it('is nothing after a moment of flow, a countdown, or no session', () => {
    const moment = session({ kind: 'flow', plannedMs: null, endedAt: NINE + 14 * MINUTE });
    assert.equal(offerAfter(moment, NINE + 15 * MINUTE, LENGTHS), null);
    assert.equal(offerAfter(session({ endedAt: NINE + 25 * MINUTE }), soon, LENGTHS), null);
    assert.equal(offerAfter(null, soon, LENGTHS), null);
  });

  it('is nothing while one runs, and nothing half an hour later', () => {
    assert.equal(offerAfter(round(1, { endedAt: null }), soon, LENGTHS), null);
    assert.notEqual(offerAfter(round(1), NINE + 55 * MINUTE - 1, LENGTHS), null);
    assert.equal(offerAfter(round(1), NINE + 55 * MINUTE, LENGTHS), null);
  });

  it('does not stand for hours where the clock was set back', () => {
    assert.equal(offerAfter(round(1), NINE - 300 * MINUTE, LENGTHS), null);
  });
});

describe('the number of a round', () => {
  it('goes on in a series, and begins anew in another', () => {
    assert.equal(nextRound(null, NINE), 1);
    assert.equal(nextRound(round(2), NINE + 26 * MINUTE), 3);
    assert.equal(nextRound(round(2), NINE + 90 * MINUTE), 1);
    assert.equal(nextRound(session({ endedAt: NINE }), NINE + MINUTE), 1);
  });
});

describe('what begins', () => {
  it('is as long as it was asked for', () => {
    const plan = { minutes: 40, intention: 'idle rule', item: 'i1' };
    const start = (kind: 'countdown' | 'flow' | 'pomodoro') =>
      planned({ ...plan, kind }, null, NINE, LENGTHS);
    assert.equal(start('countdown').plannedMs, 40 * MINUTE);
    assert.equal(start('flow').plannedMs, null);
    assert.deepEqual(start('pomodoro'), {
      kind: 'pomodoro',
      plannedMs: 25 * MINUTE,
      round: 1,
      intention: 'idle rule',
      item: 'i1',
    });
  });

  it('by an offer is for what the round before it was for', () => {
    const over = round(3, { intention: 'idle rule', item: 'i1' });
    const pause = plannedOffer(over, NINE + 26 * MINUTE, LENGTHS);
    const place = { intention: 'idle rule', item: 'i1' };
    assert.deepEqual(pause, { kind: 'break', plannedMs: 5 * MINUTE, round: 3, ...place });
    const after = plannedOffer(rest(3, place), NINE + 31 * MINUTE, LENGTHS);
    assert.deepEqual(after, { kind: 'pomodoro', plannedMs: 25 * MINUTE, round: 4, ...place });
    assert.deepEqual(plannedRound(over, NINE + 26 * MINUTE, LENGTHS), after);
  });

  it('is nothing where nothing is offered', () => {
    assert.equal(plannedOffer(null, NINE, LENGTHS), null);
    assert.equal(plannedOffer(round(1), NINE + 300 * MINUTE, LENGTHS), null);
  });
});

describe('a break', () => {
  const running = rest(1, { endedAt: null, plannedMs: 5 * MINUTE });
  const passed = { kind: 'timePassed', isBreakpoint: false, softLandingMs: 3 * MINUTE } as const;

  it('ends when its time is up, whatever one does', () => {
    assert.equal(transition(running, passed, NINE + 5 * MINUTE - 1), running);
    assert.equal(transition(running, passed, NINE + 5 * MINUTE)?.endedAt, NINE + 5 * MINUTE);
  });

  it('is ended without a word', () => {
    const ended = transition(running, { kind: 'end', id: 1, outcome: null, word: '' }, NINE + MINUTE);
    assert.deepEqual([ended?.endedAt, ended?.outcome], [NINE + MINUTE, null]);
    assert.equal(
      transition(ended, { kind: 'end', id: 1, outcome: null, word: '' }, NINE + 2 * MINUTE),
      ended,
    );
  });
});

describe('whatever is taken and skipped', () => {
  it('after four rounds comes the long break, and never a break after a break', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), skips => {
        let now = NINE;
        let last: Session | null = null;
        let rounds = 0;
        const begin = (start: NonNullable<ReturnType<typeof plannedOffer>>) => {
          const begun: Session = {
            ...session(),
            ...start,
            id: (last?.id ?? 0) + 1,
            startedAt: now,
            endedAt: null,
          };
          now += begun.plannedMs ?? 0;
          last = transition(begun, { kind: 'timePassed', isBreakpoint: true, softLandingMs: 0 }, now)!;
          assert.ok(!isOpen(last));
          if (begun.kind === 'pomodoro') rounds++;
          return begun;
        };
        begin(planned({ kind: 'pomodoro', minutes: 0, intention: '' }, null, now, LENGTHS));
        for (const skip of skips) {
          const offer = offerAfter(last, now, LENGTHS);
          assert.ok(offer && last);
          assert.equal(offer.kind, (last as Session).kind === 'break' ? 'round' : 'break');
          if (offer.kind === 'break') {
            assert.equal(offer.plannedMs, (rounds % ROUNDS === 0 ? 15 : 5) * MINUTE);
          }
          const start: ReturnType<typeof plannedOffer> =
            skip && offer.kind === 'break'
              ? plannedRound(last, now, LENGTHS)
              : plannedOffer(last, now, LENGTHS);
          const begun = begin(start!);
          if (begun.kind === 'pomodoro') assert.equal(begun.round, ((rounds - 1) % ROUNDS) + 1);
        }
      }),
    );
  });
});
