import assert from 'node:assert/strict';
import { extendPause, pauseFor } from '../../../src/runtime/pausing.ts';
import { BEAT_MS, type RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { edit } from '../../support/signals.ts';
import { Windows } from './windows.ts';

const MINUTE = 60_000;

describe('a pause with an end', () => {
  let clock: FakeClock;
  let record: SharedRecord;

  beforeEach(() => {
    clock = new FakeClock();
    record = new SharedRecord(clock);
  });
  afterEach(() => {
    record.close();
  });

  async function open(): Promise<RecordKeeper> {
    const keeper = record.window();
    await keeper.begin();
    await keeper.start();
    return keeper;
  }
  const typedIn = (keeper: RecordKeeper) => {
    keeper.signal(edit(clock.now()));
    keeper.flush();
    return keeper.readable!.store.slice(0, clock.now() + MINUTE, MINUTE).slice.spans.length;
  };

  it('is known in another window, with its end, and ends in both by itself', async () => {
    const [one, two] = [await open(), await open()];
    const until = clock.now() + 15 * MINUTE;
    pauseFor(one, 15, clock.now());
    clock.advance(BEAT_MS);
    assert.deepEqual([one.state, two.state], Array(2).fill({ kind: 'paused', until }));
    assert.equal(typedIn(two), 0);
    clock.advance(until - 1000 - clock.now());
    assert.equal(two.state?.kind, 'paused');
    clock.advance(1500);
    assert.deepEqual([one.state, two.state], Array(2).fill({ kind: 'recording' }));
    assert.equal(typedIn(two), 1);
  });

  it('goes on after a crash of every window, until its end', async () => {
    const windows = new Windows();
    try {
      const one = await windows.add('one');
      pauseFor(one.keeper, 30, windows.clock.now());
      windows.kill(one);
      windows.clock.advance(20 * MINUTE);
      const { keeper } = await windows.add('after');
      assert.equal(keeper.state?.kind, 'paused');
      windows.clock.advance(10 * MINUTE + 500);
      assert.equal(keeper.state.kind, 'recording');
      assert.deepEqual(windows.failures, []);
    } finally {
      windows.dispose();
    }
  });

  it('is over for a window that opens after its end', async () => {
    const one = await open();
    pauseFor(one, 30, clock.now());
    one.dispose();
    clock.advance(30 * MINUTE);
    const after = record.window();
    await after.begin();
    assert.equal(after.state?.kind, 'recording');
    assert.equal(after.readable?.store.getMeta('paused'), null);
  });

  it('can be made longer in another window, and shorter', async () => {
    const [one, two] = [await open(), await open()];
    const start = clock.now();
    pauseFor(one, 30, start);
    clock.advance(BEAT_MS);
    extendPause(two);
    clock.advance(BEAT_MS);
    assert.deepEqual(one.state, { kind: 'paused', until: start + 45 * MINUTE });
    pauseFor(one, 5, clock.now());
    clock.advance(5 * MINUTE + 500);
    assert.deepEqual([one.state, two.state], Array(2).fill({ kind: 'recording' }));
  });

  it('has no end that could be moved where it was asked for without one', async () => {
    const one = await open();
    pauseFor(one, 'open', clock.now());
    extendPause(one);
    assert.deepEqual(one.state, { kind: 'paused', until: null });
  });

  it('ends for all when one window resumes', async () => {
    const [one, two] = [await open(), await open()];
    pauseFor(one, 'tomorrow', clock.now());
    clock.advance(BEAT_MS);
    two.resume();
    clock.advance(BEAT_MS);
    assert.equal(one.state?.kind, 'recording');
  });

  it('takes nothing from a new pause that another window began as it ended', async () => {
    const [one, two] = [await open(), await open()];
    pauseFor(one, 1, clock.now());
    clock.advance(BEAT_MS);
    // This window has not looked at the time yet when the other one pauses anew.
    two.pause(clock.now() + 60 * MINUTE);
    clock.advance(2 * MINUTE);
    assert.deepEqual(one.state, two.state);
    assert.equal(one.state?.kind, 'paused');
  });

  it('does not come back when the clock is set back', async () => {
    const one = await open();
    const until = clock.now() + MINUTE;
    one.pause(until);
    clock.advance(MINUTE + 500);
    assert.equal(one.state?.kind, 'recording');
    assert.equal(one.readable?.store.getMeta('paused'), null);
  });
});
