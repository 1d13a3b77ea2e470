import assert from 'node:assert/strict';
import { hear, HEARD_NOTHING, isBreakpoint, type Heard } from '../../../../src/core/focus/breakpoint.ts';
import type { Signal } from '../../../../src/core/activity/signal.ts';
import { edit, focus, read, save } from '../../../support/signals.ts';

const DUE = Date.UTC(2026, 10, 23, 9);
const SECOND = 1000;

function heard(...signals: Signal[]): Heard {
  const all = { ...HEARD_NOTHING };
  for (const signal of signals) hear(all, signal);
  return all;
}

describe('a breakpoint for the end of a session', () => {
  it('is not in the middle of typing', () => {
    const typing = heard(edit(DUE - SECOND), edit(DUE + SECOND));
    assert.equal(isBreakpoint(typing, DUE, DUE + 2 * SECOND), false);
  });

  it('is 10 s without an edit after a save', () => {
    const saved = heard(edit(DUE - SECOND), save(DUE + SECOND), read(DUE + 9 * SECOND));
    assert.equal(isBreakpoint(saved, DUE, DUE + 10 * SECOND), false);
    assert.equal(isBreakpoint(saved, DUE, DUE + 11 * SECOND), true);
    hear(saved, edit(DUE + 5 * SECOND));
    assert.equal(isBreakpoint(saved, DUE, DUE + 11 * SECOND), false);
  });

  it('is not a save of long ago, while one reads', () => {
    const reading = heard(save(DUE - 300 * SECOND), read(DUE));
    assert.equal(isBreakpoint(reading, DUE, DUE + SECOND), false);
  });

  it('is 20 s without a signal of a person', () => {
    const silent = heard(edit(DUE - SECOND), edit(DUE + 15 * SECOND, { origin: 'program' }));
    assert.equal(isBreakpoint(silent, DUE, DUE + 18 * SECOND), false);
    assert.equal(isBreakpoint(silent, DUE, DUE + 19 * SECOND), true);
  });

  it('is a loss of focus after the time was up', () => {
    assert.equal(isBreakpoint(heard(edit(DUE), focus(DUE - 1, false)), DUE, DUE + SECOND), false);
    assert.equal(isBreakpoint(heard(edit(DUE), focus(DUE + SECOND, false)), DUE, DUE + SECOND), true);
  });
});
