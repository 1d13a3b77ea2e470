import assert from 'node:assert/strict';
import { UNNAMED } from '../../../src/core/activity/signal.ts';
import { edit, open } from '../../support/signals.ts';
import { Windows, type OpenWindow } from './windows.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Monday 2 March 2026; in Berlin it is one hour later. */
const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);
const LUNCH = { from: '12:00', to: '14:00', minMinutes: 20, maxMinutes: 60, as: 'break' } as const;

describe('AwayKeeper', () => {
  let windows: Windows;
  let one: OpenWindow;
  let two: OpenWindow;

  beforeEach(async () => {
    windows = new Windows(at('10:50'));
    one = await windows.add('one');
    two = await windows.add('two');
  });
  afterEach(() => {
    windows.dispose();
    assert.deepEqual(windows.failures, []);
  });

  /** Types for ten minutes, and then is away for 23. */
  function goAway(minutes = 23): void {
    workFor(10);
    windows.clock.advance(minutes * MINUTE);
  }

  function workFor(minutes: number): void {
    const end = windows.clock.now() + minutes * MINUTE;
    one.keeper.signal(edit(windows.clock.now(), { window: 'one' }));
    while (windows.clock.now() < end) {
      windows.clock.advance(20 * SECOND);
      one.keeper.signal(edit(windows.clock.now(), { window: 'one' }));
    }
    one.keeper.flush();
  }

  /** Opens a document: one signal, which has no length. */
  function comeBack(): void {
    one.keeper.signal(open(windows.clock.now(), { window: 'one' }));
    windows.clock.advance(3 * SECOND);
  }

  const asked = () => [one, two].map(({ aways }) => aways.view?.length ?? null);
  const namedMs = () => {
    const { day } = two.days.today();
    return { away: (day?.awayMs ?? 0) / MINUTE, rest: (day?.restMs ?? 0) / MINUTE };
  };
  const pause = () => {
    const { view } = one.aways;
    assert.ok(view);
    return view;
  };

  it('asks with the first sign of one’s return, in every window', () => {
    goAway();
    assert.deepEqual(asked(), [null, null]);
    comeBack();
    assert.deepEqual(asked(), ['23 min', '23 min']);
    assert.equal(pause().range, '12:00 to 12:23');
    assert.equal(pause().like, 'Pauses of 10 to 35 min that begin between 11:00 and 13:00');
  });

  it('does not ask about a pause that the idle rule takes for thinking', () => {
    goAway(5);
    comeBack();
    assert.deepEqual(asked(), [null, null]);
  });

  it('names the whole pause, and asks no more in any window', async () => {
    goAway();
    comeBack();
    await two.aways.say(pause(), 'meeting');
    windows.clock.advance(SECOND);
    assert.deepEqual(asked(), [null, null]);
    assert.deepEqual(namedMs(), { away: 23, rest: 0 });
  });

  it('lets an answer be changed later, and taken back', async () => {
    goAway();
    comeBack();
    workFor(1);
    const range = pause();
    await one.aways.say(range, 'meeting');
    windows.clock.advance(SECOND);
    await two.aways.say(range, 'break');
    windows.clock.advance(SECOND);
    assert.deepEqual(namedMs(), { away: 0, rest: 23 });
    await two.aways.say(range, UNNAMED);
    windows.clock.advance(SECOND);
    assert.deepEqual(namedMs(), { away: 0, rest: 0 });
    assert.equal(one.days.today().day?.idleMs, 23 * MINUTE);
    // It was spoken of: nobody is asked once more.
    assert.deepEqual(asked(), [null, null]);
  });

  it('can be left unanswered, in all windows and for good', async () => {
    goAway();
    comeBack();
    await one.aways.leave();
    windows.clock.advance(SECOND);
    assert.deepEqual(asked(), [null, null]);
    workFor(1);
    assert.deepEqual(asked(), [null, null]);
    goAway(9);
    comeBack();
    assert.deepEqual(asked(), ['9 min', '9 min']);
  });

  it('asks after a focus session, not in it', async () => {
    goAway();
    await one.focus.start({ kind: 'countdown', minutes: 45, intention: '' });
    comeBack();
    workFor(44);
    assert.deepEqual(asked(), [null, null]);
    await one.focus.end(one.focus.session?.id ?? 0, 'done');
    windows.clock.advance(SECOND);
    assert.deepEqual(asked(), ['23 min', '23 min']);
  });

  it('goes by itself half an hour after one’s return', () => {
    goAway();
    comeBack();
    workFor(29);
    assert.deepEqual(asked(), ['23 min', '23 min']);
    workFor(1);
    windows.clock.advance(10 * SECOND);
    assert.deepEqual(asked(), [null, null]);
  });

  it('makes room for the next pause', () => {
    goAway();
    comeBack();
    goAway(7);
    comeBack();
    assert.deepEqual(asked(), ['7 min', '7 min']);
  });

  it('does not ask about a night', () => {
    workFor(1);
    windows.clock.sleep(13 * HOUR);
    comeBack();
    workFor(1);
    assert.deepEqual(asked(), [null, null]);
  });

  it('does not ask about time in which recording was paused', () => {
    workFor(10);
    one.keeper.pause();
    windows.clock.advance(20 * MINUTE);
    one.keeper.resume();
    comeBack();
    workFor(1);
    assert.deepEqual(asked(), [null, null]);
    goAway(8);
    comeBack();
    assert.deepEqual(asked(), ['8 min', '8 min']);
  });

  it('takes an answer in while recording is paused', async () => {
    goAway();
    comeBack();
    two.keeper.pause();
    windows.clock.advance(SECOND);
    await one.aways.say(pause(), 'break');
    windows.clock.advance(SECOND);
    assert.deepEqual(namedMs(), { away: 0, rest: 23 });
  });

  it('asks in a window that was opened after one’s return', async () => {
    goAway();
    comeBack();
    const three = await windows.add('three');
    windows.clock.advance(10 * SECOND);
    assert.equal(three.aways.view?.length, '23 min');
  });

  it('names a pause by itself where a rule fits, once, and says so in every window', () => {
    windows.always = [LUNCH];
    goAway();
    comeBack();
    assert.deepEqual(
      [one, two].map(({ aways }) => aways.view?.as),
      ['break', 'break'],
    );
    assert.deepEqual(namedMs(), { away: 0, rest: 23 });
    const rows = one.keeper.readable?.store.factsBetween(0, Infinity).filter(({ kind }) => kind === 'away');
    assert.equal(rows?.length, 1);
  });

  it('changes what a pause named itself by one answer, and names it no more by itself', async () => {
    windows.always = [LUNCH];
    goAway();
    comeBack();
    await two.aways.say(pause(), 'reading');
    windows.clock.advance(MINUTE);
    assert.deepEqual(asked(), [null, null]);
    assert.deepEqual(namedMs(), { away: 23, rest: 0 });
    await two.aways.say({ start: at('11:00'), end: at('11:23') }, UNNAMED);
    windows.clock.advance(MINUTE);
    assert.deepEqual(namedMs(), { away: 0, rest: 0 });
    assert.deepEqual(asked(), [null, null]);
  });

  it('leaves the name as it is', async () => {
    windows.always = [LUNCH];
    goAway();
    comeBack();
    await one.aways.leave();
    windows.clock.advance(SECOND);
    assert.deepEqual(asked(), [null, null]);
    assert.deepEqual(namedMs(), { away: 0, rest: 23 });
  });

  it('names nothing by itself that no rule fits', () => {
    windows.always = [{ ...LUNCH, minMinutes: 30 }];
    goAway();
    comeBack();
    assert.deepEqual(
      [one, two].map(({ aways }) => aways.view?.as),
      [null, null],
    );
  });

  it('is nothing without a record', async () => {
    goAway();
    comeBack();
    const range = pause();
    await one.keeper.erase();
    windows.clock.advance(3 * SECOND);
    assert.deepEqual(asked(), [null, null]);
    await one.aways.say(range, 'break');
    await one.aways.leave();
  });
});
