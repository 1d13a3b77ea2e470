import assert from 'node:assert/strict';
import { quickAdd } from '../../../src/core/queue/quickAdd.ts';
import { activeMsIn } from '../../../src/runtime/activeTime.ts';
import { DaySealer } from '../../../src/runtime/daySealer.ts';
import { ItemClock } from '../../../src/runtime/itemClock.ts';
import * as actions from '../../../src/runtime/queueActions.ts';
import { QueueKeeper } from '../../../src/runtime/queueKeeper.ts';
import { BEAT_MS, type RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { doc, edit } from '../../support/signals.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RULES = { idleAfterMs: 5 * MINUTE };

const settle = () => new Promise(resolve => setTimeout(resolve, 30));
const inTurn = () => Promise.resolve();

describe('forgetting, seen from the windows', () => {
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
  /** Types for some minutes, a key every ten seconds, without a beat in between. */
  function work(keeper: RecordKeeper, minutes: number, at: number, project = 'shop'): void {
    for (let ms = 0; ms <= minutes * MINUTE; ms += 10_000) {
      keeper.signal(edit(at + ms, { doc: doc('a.ts', project) }));
    }
    keeper.flush();
  }
  const sealed = (keeper: RecordKeeper) =>
    keeper.readable!.store.rollups.days('2026-01-01', '2026-12-31').map(day => [day.date, day.activeMs]);

  it('is told to every window, once', async () => {
    const [one, two] = [await open(), await open()];
    const told: string[] = [];
    one.onDidForget(() => told.push('one'));
    two.onDidForget(() => told.push('two'));
    work(one, 1, clock.now(), 'hidden');
    clock.advance(BEAT_MS);
    assert.equal(await one.forget({ project: 'hidden' }), true);
    clock.advance(3 * BEAT_MS);
    assert.deepEqual(told, ['one', 'two']);
  });

  it('is no news where only what was too old went, and costs nothing that is held', async () => {
    const [one, two] = [await open(), await open()];
    let told = 0;
    two.onDidForget(() => told++);
    work(one, 1, clock.now() - 400 * DAY);
    work(two, 1, clock.now());
    two.signal(edit(clock.now() + MINUTE + 20_000, { doc: doc('a.ts', 'shop') }));
    await one.readable!.store.tidy(clock.now() - 300 * DAY);
    clock.advance(BEAT_MS);
    assert.equal(told, 0);
    const { spans } = two.readable!.store.slice(0, clock.now() + DAY, RULES.idleAfterMs).slice;
    assert.deepEqual(
      spans.map(({ start, end }) => end - start),
      [MINUTE + 20_000],
    );
  });

  it('brings the sums of past days back at once in the window that leads, whichever forgot', async () => {
    const [one, two] = [await open(), await open()];
    const sealer = record.add(
      new DaySealer(one, {
        ...{ clock, rules: () => RULES, isLeading: () => true, yieldTurn: inTurn },
        onFailure: record.onFailure,
      }),
    );
    work(one, 20, clock.now() - DAY);
    work(one, 10, clock.now() - DAY + 60 * MINUTE, 'hidden');
    await sealer.sealPast();
    assert.deepEqual(sealed(one), [['2026-03-01', 30 * MINUTE]]);
    clock.advance(BEAT_MS);
    const before = clock.now();
    await two.forget({ project: 'hidden' });
    clock.advance(500);
    await settle();
    assert.deepEqual(sealed(one), [['2026-03-01', 20 * MINUTE]]);
    assert.equal(clock.now() - before, 500);
  });

  it('changes the mark by which past weeks are known, also where no day is left to be summed up', async () => {
    const one = await open();
    work(one, 20, clock.now() - DAY);
    const before = one.readable!.store.sealsVersion();
    await one.forget({ start: clock.now() - 2 * DAY, end: clock.now() });
    assert.notEqual(one.readable!.store.sealsVersion(), before);
  });

  it('leaves nothing to undo that would bring an item of the queue back', async () => {
    const keeper = record.window();
    const { onFailure } = record;
    const itemClock = record.add(new ItemClock(keeper, { clock, window: 'one', onFailure }));
    const queue = record.add(new QueueKeeper(keeper, itemClock, { clock, onFailure }));
    await keeper.begin();
    await keeper.start();
    await actions.add(queue, quickAdd('secret plan', '2026-03-02'), 'hidden');
    await actions.add(queue, quickAdd('another', '2026-03-02'), 'shop');
    assert.notEqual(queue.undoLabel, null);
    await keeper.forget({ project: 'hidden' });
    assert.deepEqual(
      [...queue.items.values()].map(({ title }) => title),
      ['another'],
    );
    assert.equal(queue.undoLabel, null);
  });

  it('is preceded by how much active time goes, of whole days and of parts', async () => {
    const one = await open();
    const { calendar, store } = one.readable!;
    const today = calendar.dayAt(clock.now()).start;
    const nine = (days: number) => today + days * DAY + 9 * 60 * MINUTE;
    for (const days of [-3, -2, -1]) work(one, 30, nine(days));
    const active = (start: number, end: number) =>
      activeMsIn({ store, calendar }, { start, end }, RULES, inTurn);
    const whole = () => active(today - 3 * DAY, today);
    assert.equal(await whole(), 90 * MINUTE);
    const sealer = record.add(
      new DaySealer(one, {
        ...{ clock, rules: () => RULES, isLeading: () => true, yieldTurn: inTurn },
        onFailure: record.onFailure,
      }),
    );
    await sealer.sealPast();
    assert.equal(await whole(), 90 * MINUTE);
    assert.equal(await active(nine(-2) + 20 * MINUTE, nine(-1) + 10 * MINUTE), 20 * MINUTE);
    assert.equal(await active(0, clock.now()), 90 * MINUTE);
    assert.equal(await active(today, clock.now()), 0);
  });
});
