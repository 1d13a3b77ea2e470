import assert from 'node:assert/strict';
import { quickAdd } from '../../../src/core/queue/quickAdd.ts';
import { DayKeeper } from '../../../src/runtime/dayKeeper.ts';
import { ItemClock } from '../../../src/runtime/itemClock.ts';
import { ItemTimes } from '../../../src/runtime/itemTimes.ts';
import { Overruns } from '../../../src/runtime/overruns.ts';
import * as actions from '../../../src/runtime/queueActions.ts';
import { QueueKeeper } from '../../../src/runtime/queueKeeper.ts';
import { BEAT_MS } from '../../../src/runtime/recordKeeper.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { edit } from '../../support/signals.ts';

describe('Overruns', () => {
  let record: SharedRecord;
  let clock: FakeClock;
  let told: string[];

  beforeEach(() => {
    clock = new FakeClock();
    record = new SharedRecord(clock);
    told = [];
  });
  afterEach(() => {
    record.close();
  });

  async function openWindow(name: string, isForeground = true) {
    const keeper = record.window();
    const ports = {
      clock,
      window: name,
      zone: () => 'Europe/Berlin',
      rules: () => ({ idleAfterMs: 300_000 }),
      yieldTurn: () => Promise.resolve(),
      isForeground: () => isForeground,
      onFailure: record.onFailure,
    };
    const days = record.add(new DayKeeper(keeper, ports));
    const itemClock = record.add(new ItemClock(keeper, ports));
    const queue = record.add(new QueueKeeper(keeper, itemClock, ports));
    const times = record.add(new ItemTimes(keeper, days, ports));
    const overruns = record.add(new Overruns({ keeper, queue, times }, ports));
    overruns.onDidOverrun(item => told.push(`${name} ${item.id} ${item.budgetMinutes}`));
    await keeper.begin();
    await keeper.start();
    const work = (minutes: number) => {
      for (let i = 0; i < minutes * 6; i++) {
        keeper.signal(edit(clock.now()));
        clock.advance(10_000);
      }
      keeper.signal(edit(clock.now()));
      clock.advance(BEAT_MS);
    };
    return { queue, work };
  }

  it('are told once, in one window, when more than the budget is used', async () => {
    const one = await openWindow('one');
    await openWindow('two');
    const item = await actions.add(one.queue, quickAdd('fix login ~10m', '2026-03-02'), null);
    await actions.start(one.queue, item!.id);
    one.work(9);
    assert.deepEqual(told, []);
    one.work(5);
    assert.deepEqual(told, ['one A-1 10']);
    one.work(20);
    assert.equal(told.length, 1);
  });

  it('are told again for another budget', async () => {
    const one = await openWindow('one');
    const item = await actions.add(one.queue, quickAdd('fix login ~1m', '2026-03-02'), null);
    await actions.start(one.queue, item!.id);
    one.work(2);
    await actions.edit(one.queue, item!.id, { budgetMinutes: 5 });
    one.work(2);
    assert.deepEqual(told, ['one A-1 1']);
    one.work(3);
    assert.deepEqual(told, ['one A-1 1', 'one A-1 5']);
  });

  it('are told in the window that has the focus', async () => {
    const one = await openWindow('one', false);
    await openWindow('two');
    const item = await actions.add(one.queue, quickAdd('fix login ~1m', '2026-03-02'), null);
    await actions.start(one.queue, item!.id);
    one.work(3);
    assert.deepEqual(told, ['two A-1 1']);
  });

  it('are none without a budget', async () => {
    const one = await openWindow('one');
    const item = await actions.add(one.queue, quickAdd('fix login', '2026-03-02'), null);
    await actions.start(one.queue, item!.id);
    one.work(30);
    assert.deepEqual(told, []);
  });
});
