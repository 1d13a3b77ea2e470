import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isReceptive, transition, type Nudge, type NudgeEvent } from '../../../../src/core/nudges/nudge.ts';
import { DISMISS, LESS, MINUTE, NINE, plan, SECOND } from './builders.ts';

const DECIDED: Nudge = { ...plan(), state: 'decided' };
const claim = (window = 'w1'): NudgeEvent => ({ kind: 'claimed', window });
const show = (window = 'w1'): NudgeEvent => ({ kind: 'shown', window });
const passed: NudgeEvent = { kind: 'timePassed' };

function after(...events: [event: NudgeEvent, at: number][]): Nudge {
  return events.reduce((nudge, [event, at]) => transition(nudge, event, at), DECIDED);
}

const SHOWN = after([claim(), NINE], [show(), NINE]);

describe('a nudge', () => {
  it('is claimed by the first window that asks', () => {
    const claimed = after([claim('w1'), NINE]);
    assert.equal(claimed.state === 'claimed' && claimed.window, 'w1');
    assert.equal(transition(claimed, claim('w2'), NINE), claimed);
    assert.equal(transition(claimed, show('w2'), NINE), claimed);
  });

  it('that nobody comes for in a minute expires', () => {
    assert.equal(after([passed, NINE + MINUTE - 1]), DECIDED);
    const gone = after([passed, NINE + MINUTE]);
    assert.equal(gone.state === 'expired' && gone.reason, 'unclaimed');
    assert.equal(transition(gone, claim(), NINE + MINUTE), gone);
  });

  it('is taken back from a window that died', () => {
    const claimed = after([claim(), NINE]);
    assert.equal(transition(claimed, passed, NINE + 10 * SECOND - 1), claimed);
    const lost = transition(claimed, passed, NINE + 10 * SECOND);
    assert.equal(lost.state === 'expired' && lost.reason, 'lost');
  });

  it('was shown where a window was only thought dead', () => {
    const late = after([claim(), NINE], [passed, NINE + 10 * SECOND], [show(), NINE + 11 * SECOND]);
    assert.equal(late.state, 'shown');
  });

  it('takes one answer, and the first one counts', () => {
    const dismissed = transition(SHOWN, DISMISS, NINE + MINUTE);
    assert.equal(dismissed.state, 'dismissed');
    assert.equal(transition(dismissed, { kind: 'acted' }, NINE + MINUTE), dismissed);
  });

  it('is never again where that is said, whatever was said before', () => {
    for (const answer of [
      DISMISS,
      LESS,
      { kind: 'acted' },
      { kind: 'snoozed', until: NINE + MINUTE },
    ] as const) {
      const answered = transition(SHOWN, answer, NINE);
      assert.equal(transition(answered, { kind: 'never' }, NINE).state, 'never');
    }
  });

  it('can be answered once it was seen, even after what it tells of is over', () => {
    assert.equal(transition(DECIDED, DISMISS, NINE), DECIDED);
    const over = transition(SHOWN, { kind: 'resolved' }, NINE + MINUTE);
    assert.equal(over.state, 'expired');
    assert.equal(transition(over, { kind: 'never' }, NINE + 2 * MINUTE).state, 'never');
  });

  it('was well received if it was acted on within 10 min', () => {
    assert.ok(isReceptive(transition(SHOWN, { kind: 'acted' }, NINE + 10 * MINUTE)));
    assert.ok(!isReceptive(transition(SHOWN, { kind: 'acted' }, NINE + 10 * MINUTE + 1)));
    assert.ok(!isReceptive(transition(SHOWN, DISMISS, NINE + 1)));
  });
});

const events: fc.Arbitrary<NudgeEvent> = fc.oneof(
  fc.constantFrom('w1', 'w2').map(claim),
  fc.constantFrom('w1', 'w2').map(show),
  fc.constantFrom<NudgeEvent>(
    passed,
    DISMISS,
    LESS,
    { kind: 'acted' },
    { kind: 'snoozed', until: NINE + MINUTE },
    { kind: 'never' },
    { kind: 'resolved' },
    { kind: 'withdrawn' },
  ),
);

describe('whatever happens to a nudge', () => {
  const story = fc.array(fc.tuple(events, fc.integer({ min: 0, max: 90 * SECOND })), { maxLength: 20 });

  it('one window at most has it', () => {
    fc.assert(
      fc.property(story, steps => {
        const windows = new Set<string>();
        let nudge: Nudge = DECIDED;
        let now = NINE;
        for (const [event, pause] of steps) {
          nudge = transition(nudge, event, (now += pause));
          if ('window' in nudge) windows.add(nudge.window);
        }
        assert.ok(windows.size <= 1);
      }),
    );
  });

  it('never stays never', () => {
    fc.assert(
      fc.property(story, steps => {
        let nudge = transition(SHOWN, { kind: 'never' }, NINE);
        for (const [event, pause] of steps) nudge = transition(nudge, event, NINE + pause);
        assert.equal(nudge.state, 'never');
      }),
    );
  });
});
