import assert from 'node:assert/strict';
import { DEFAULT_COEFFICIENTS } from '../../../src/core/queue/coefficients.ts';
import { quickAdd } from '../../../src/core/queue/quickAdd.ts';
import { DayKeeper } from '../../../src/runtime/dayKeeper.ts';
import { ItemClock } from '../../../src/runtime/itemClock.ts';
import { ItemTimes } from '../../../src/runtime/itemTimes.ts';
import * as actions from '../../../src/runtime/queueActions.ts';
import { QueueBoard } from '../../../src/runtime/queueBoard.ts';
import { QueueKeeper } from '../../../src/runtime/queueKeeper.ts';
import { QueueNews } from '../../../src/runtime/queueNews.ts';
import { BEAT_MS } from '../../../src/runtime/recordKeeper.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { edit } from '../../support/signals.ts';

const MINUTE = 60_000;

describe('QueueBoard', () => {
  let record: SharedRecord;
  let clock: FakeClock;

  beforeEach(() => {
    clock = new FakeClock();
    record = new SharedRecord(clock);
  });
  afterEach(() => {
    record.close();
  });

  async function openWindow() {
    const keeper = record.window();
    const ports = {
      clock,
      window: 'one',
      zone: () => 'Europe/Berlin',
      rules: () => ({ idleAfterMs: 5 * MINUTE }),
      yieldTurn: () => Promise.resolve(),
      onFailure: record.onFailure,
    };
    const days = record.add(new DayKeeper(keeper, ports));
    const itemClock = record.add(new ItemClock(keeper, ports));
    const queue = record.add(new QueueKeeper(keeper, itemClock, ports));
    const times = record.add(new ItemTimes(keeper, days, ports));
    const news = record.add(new QueueNews({ queue, itemClock, times }, clock));
    const board = new QueueBoard(
      { keeper, queue, times },
      {
        ...ports,
        rules: () => ({ coefficients: DEFAULT_COEFFICIENTS, sorting: 'own', wipLimit: 2 }),
        plan: () => ({ freeMinutes: null, deepBlock: null }),
      },
    );
    await keeper.begin();
    await keeper.start();
    const add = async (line: string) => (await actions.add(queue, quickAdd(line, '2026-03-02'), 'shop'))!.id;
    return { keeper, queue, news, board, add };
  }

  it('shows nothing without a record', async () => {
    const one = await openWindow();
    await one.keeper.erase();
    assert.equal(one.board.view(), null);
  });

  it('shows items, whose clock runs, and what can be undone', async () => {
    const one = await openWindow();
    const id = await one.add('fix login ~2h due:fri');
    await actions.start(one.queue, id);
    const view = one.board.view();
    assert.equal(view?.activeId, id);
    assert.equal(view.today, '2026-03-02');
    assert.equal(view.items[0]?.dueText, 'due Fri');
    assert.match(view.undo ?? '', /^Start/);
  });

  it('looks different once a minute while one types, not with every write', async () => {
    const one = await openWindow();
    await actions.start(one.queue, await one.add('fix login'));
    let told = 0;
    const looks = new Set([one.board.view()]);
    one.news.onDidChange(() => {
      told++;
      looks.add(one.board.view());
    });
    for (let i = 0; i < 5 * 60; i += 2) {
      one.keeper.signal(edit(clock.now()));
      clock.advance(BEAT_MS);
    }
    assert.ok(looks.size >= 5 && looks.size <= 12, String(looks.size));
    assert.ok(told <= 20, String(told));
  });

  it('shows a snoozed item again within a minute of its time', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    await actions.snooze(one.queue, id, clock.now() + 10 * MINUTE);
    let group = one.board.view()?.items[0]?.group;
    assert.equal(group, 'snoozed');
    one.news.onDidChange(() => {
      group = one.board.view()?.items[0]?.group;
    });
    clock.advance(11 * MINUTE);
    assert.equal(group, 'inbox');
  });
});
