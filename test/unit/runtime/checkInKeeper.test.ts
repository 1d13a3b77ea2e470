import assert from 'node:assert/strict';
import { NO_WORDS } from '../../../src/core/checkIn.ts';
import { edit, focus as focusSignal } from '../../support/signals.ts';
import { Windows, type OpenWindow } from './windows.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Monday 2 March 2026; in Berlin it is one hour later. */
const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);
const WORDS = { ...NO_WORDS, energy: 'low', sentence: 'Slow start.' } as const;

describe('CheckInKeeper', () => {
  let windows: Windows;
  let one: OpenWindow;
  let two: OpenWindow;

  /** Two windows at a time of the day, of which the first leads; a minute of work was done in it. */
  async function begin(time: string, work = true): Promise<void> {
    windows = new Windows(at(time));
    one = await windows.add('one');
    two = await windows.add('two');
    if (work) workAMinute();
  }

  afterEach(() => {
    windows.dispose();
    assert.deepEqual(windows.failures, []);
  });

  function type(later = 0): void {
    const signal = edit(windows.clock.now() + later);
    one.keeper.signal(signal);
    one.breakpoints.signal(signal);
  }

  function workAMinute(): void {
    for (let ms = 0; ms <= MINUTE; ms += 20 * SECOND) type(ms);
    one.keeper.flush();
  }

  /** Lets time pass, and what waits for a turn have it. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 10 * SECOND) {
      windows.clock.advance(10 * SECOND);
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  const asking = () => [one.checkIns.isAsking, two.checkIns.isAsking];

  it('asks in the last working hour, in every window', async () => {
    await begin('16:58');
    await pass(MINUTE);
    assert.deepEqual(asking(), [false, false]);
    await pass(2 * MINUTE);
    assert.deepEqual(asking(), [true, true]);
    assert.equal(two.checkIns.view()?.isAsked, true);
  });

  it('waits until nobody is in the middle of a thought', async () => {
    await begin('17:05');
    for (let i = 0; i < 30; i++) {
      type();
      await pass(10 * SECOND);
    }
    assert.deepEqual(asking(), [false, false]);
    one.breakpoints.signal(focusSignal(windows.clock.now(), false));
    await pass(20 * SECOND);
    assert.deepEqual(asking(), [true, true]);
  });

  it('never asks in a focus session, but after it', async () => {
    await begin('17:05');
    await one.focus.start({ kind: 'countdown', minutes: 10, intention: '' });
    await pass(9 * MINUTE);
    assert.deepEqual(asking(), [false, false]);
    await pass(5 * MINUTE);
    assert.deepEqual(asking(), [true, true]);
  });

  it('does not ask on a day without work', async () => {
    await begin('17:05', false);
    await pass(10 * MINUTE);
    assert.deepEqual(asking(), [false, false]);
  });

  it('does not ask where the setting says so', async () => {
    await begin('17:05');
    windows.mayAsk = false;
    await pass(10 * MINUTE);
    assert.deepEqual(asking(), [false, false]);
  });

  it('does not ask at the weekend before it knows one’s own hours', async () => {
    windows = new Windows(at('17:05') - 2 * 24 * HOUR);
    one = await windows.add('one');
    two = await windows.add('two');
    workAMinute();
    await pass(10 * MINUTE);
    assert.deepEqual(asking(), [false, false]);
  });

  it('asks no more once something was said, in any window', async () => {
    await begin('17:05');
    await pass(MINUTE);
    await two.checkIns.say(WORDS);
    await pass(10 * SECOND);
    assert.deepEqual(asking(), [false, false]);
    assert.deepEqual(one.checkIns.view()?.said, { ...WORDS, date: '2026-03-02' });
    await pass(10 * MINUTE);
    assert.deepEqual(asking(), [false, false]);
  });

  it('is said anew the same day, and taken back', async () => {
    await begin('12:00');
    await one.checkIns.say(WORDS);
    await one.checkIns.say({ ...WORDS, energy: 'high', sentence: ' Slow\nstart. ' });
    assert.deepEqual(one.checkIns.view()?.said, { ...WORDS, energy: 'high', date: '2026-03-02' });
    await one.checkIns.say(NO_WORDS);
    assert.equal(one.checkIns.view()?.said, null);
  });

  it('“Not today” holds in all windows, and until tomorrow', async () => {
    await begin('17:05');
    await pass(MINUTE);
    await two.checkIns.skip();
    await pass(20 * MINUTE);
    assert.deepEqual(asking(), [false, false]);
    windows.clock.sleep(24 * HOUR);
    workAMinute();
    await pass(5 * MINUTE);
    assert.deepEqual(asking(), [true, true]);
  });

  it('stands at any time in the window where it is asked for', async () => {
    await begin('12:00');
    one.checkIns.want();
    assert.equal(one.checkIns.view()?.wantedAt, windows.clock.now());
    assert.equal(two.checkIns.view()?.wantedAt, null);
    assert.deepEqual(asking(), [false, false]);
  });

  it('of yesterday does not stand today', async () => {
    await begin('17:05');
    await one.checkIns.say(WORDS);
    one.checkIns.want();
    windows.clock.sleep(12 * HOUR);
    assert.deepEqual(one.checkIns.view(), { said: null, isAsked: false, wantedAt: null });
  });

  it('is asked by the window that has the lead after a kill', async () => {
    await begin('16:50');
    windows.kill(one);
    await pass(15 * MINUTE);
    assert.equal(two.checkIns.isAsking, true);
  });

  it('is nothing without a record', async () => {
    await begin('17:05');
    const erased = one.keeper.erase();
    await erased;
    assert.equal(one.checkIns.view(), null);
    await one.checkIns.say(WORDS);
    one.checkIns.want();
    await pass(MINUTE);
    assert.equal(two.checkIns.view(), null);
  });
});
