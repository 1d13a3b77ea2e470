import assert from 'node:assert/strict';
import { alertSince, type IdleAlertInput } from '../../../../src/core/idle/idleAlert.ts';
import { at, MINUTE } from './builders.ts';

describe('the idle alert', () => {
  const since = (input: Partial<IdleAlertInput>) =>
    alertSince({
      alertAfterMs: 20 * MINUTE,
      heardAt: at('12:00'),
      isInSession: false,
      now: at('12:20'),
      ...input,
    });

  it('comes after the time that was chosen, and says since when', () => {
    assert.equal(since({ now: at('12:20') - 1 }), null);
    assert.equal(since({}), at('12:00'));
  });

  it('is off by default', () => {
    assert.equal(since({ alertAfterMs: 0 }), null);
  });

  it('never comes in a focus session', () => {
    assert.equal(since({ isInSession: true }), null);
  });

  it('tells nobody who was not there yet', () => {
    assert.equal(since({ heardAt: null }), null);
  });

  it('goes after hours: the day is over', () => {
    assert.equal(since({ now: at('16:00') }), at('12:00'));
    assert.equal(since({ now: at('16:00') + 1 }), null);
  });
});
