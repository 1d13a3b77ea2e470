import assert from 'node:assert/strict';
import { edit } from '../../support/signals.ts';
import { Windows, type OpenWindow } from './windows.ts';

const SECOND = 1000;
const MINUTE = 60_000;

describe('IdleAlert', () => {
  let windows: Windows;
  let one: OpenWindow;
  let two: OpenWindow;

  beforeEach(async () => {
    windows = new Windows();
    windows.alertAfterMs = 20 * MINUTE;
    one = await windows.add('one');
    two = await windows.add('two');
    work(two);
  });
  afterEach(() => {
    windows.dispose();
    assert.deepEqual(windows.failures, []);
  });

  function work({ name, keeper }: OpenWindow): void {
    for (let i = 0; i < 4; i++) {
      keeper.signal(edit(windows.clock.now(), { window: name }));
      windows.clock.advance(10 * SECOND);
    }
  }

  const shown = () => [one, two].map(({ alert }) => alert.since !== null);

  it('is shown in every window after the time that was chosen, and told once', () => {
    windows.clock.advance(19 * MINUTE);
    assert.deepEqual(shown(), [false, false]);
    windows.clock.advance(2 * MINUTE);
    assert.deepEqual(shown(), [true, true]);
    assert.equal(one.alert.since, two.alert.since);
    assert.deepEqual(windows.alerts, [{ window: 'one', since: one.alert.since }]);
  });

  it('goes with the first sign of one’s return, in whatever window, and comes again', () => {
    windows.clock.advance(25 * MINUTE);
    work(two);
    assert.deepEqual(shown(), [false, false]);
    windows.clock.advance(25 * MINUTE);
    assert.deepEqual(shown(), [true, true]);
    assert.equal(windows.alerts.length, 2);
  });

  it('is not told a second time by the window that leads next', () => {
    windows.clock.advance(25 * MINUTE);
    windows.kill(one);
    windows.clock.advance(10 * MINUTE);
    assert.equal(windows.alerts.length, 1);
    assert.equal(two.alert.since !== null, true);
  });

  it('does not come while somebody touches the keyboard, though it leaves no other trace', () => {
    windows.active.add('two');
    windows.clock.advance(60 * MINUTE);
    assert.deepEqual(shown(), [false, false]);
    windows.active.clear();
    windows.clock.advance(19 * MINUTE);
    assert.deepEqual(shown(), [false, false]);
    windows.clock.advance(2 * MINUTE);
    assert.deepEqual(shown(), [true, true]);
  });

  it('never comes in a focus session', async () => {
    await two.focus.start({ kind: 'countdown', minutes: 40, intention: '' });
    windows.clock.advance(39 * MINUTE);
    assert.deepEqual(shown(), [false, false]);
    assert.deepEqual(windows.alerts, []);
  });

  it('is off by default, and goes when it is switched off', () => {
    windows.clock.advance(25 * MINUTE);
    windows.alertAfterMs = 0;
    windows.clock.advance(5 * SECOND);
    assert.deepEqual(shown(), [false, false]);
  });

  it('does not come while recording is paused', () => {
    one.keeper.pause();
    windows.clock.advance(30 * MINUTE);
    assert.deepEqual(shown(), [false, false]);
  });

  it('tells nobody on a day before their first sign', () => {
    windows.clock.sleep(20 * 60 * MINUTE);
    windows.clock.advance(MINUTE);
    assert.deepEqual(shown(), [false, false]);
  });
});
