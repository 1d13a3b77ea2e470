import assert from 'node:assert/strict';
import type { Signal } from '../../../src/core/activity/signal.ts';
import { quickAdd } from '../../../src/core/queue/quickAdd.ts';
import { BranchFollower } from '../../../src/runtime/branchFollower.ts';
import { ItemClock } from '../../../src/runtime/itemClock.ts';
import * as actions from '../../../src/runtime/queueActions.ts';
import { QueueKeeper } from '../../../src/runtime/queueKeeper.ts';
import { BEAT_MS } from '../../../src/runtime/recordKeeper.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { doc, edit, focus, git } from '../../support/signals.ts';

describe('BranchFollower', () => {
  let record: SharedRecord;
  let clock: FakeClock;

  beforeEach(() => {
    clock = new FakeClock();
    record = new SharedRecord(clock);
  });
  afterEach(() => {
    record.close();
  });

  async function openWindow(name = 'one') {
    const keeper = record.window();
    const { onFailure } = record;
    const itemClock = record.add(new ItemClock(keeper, { clock, window: name, onFailure }));
    const queue = record.add(new QueueKeeper(keeper, itemClock, { clock, onFailure }));
    const follower = new BranchFollower(keeper, queue, { onFailure });
    await keeper.begin();
    await keeper.start();
    const say = async (signal: Signal) => {
      follower.signal(signal);
      for (let i = 0; i < 20; i++) await Promise.resolve();
      return queue.active?.id ?? null;
    };
    return {
      ...{ keeper, queue },
      add: async (line: string) => (await actions.add(queue, quickAdd(line, '2026-03-02'), null))!.id,
      /** Types on a branch of a project; answers the active item. */
      type: (branch: string, project = 'shop') =>
        say(edit(clock.now(), { branch, doc: doc('a.ts', project) })),
      checkOut: (branch: string, repo = 'shop') => {
        clock.advance(1000);
        return say(git(clock.now(), { event: 'checkout', branch, repo }));
      },
      say,
    };
  }

  it('starts the item whose key the branch carries', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    assert.equal(await one.type('main'), null);
    assert.equal(await one.type(`feature/${id}-login`), id);
    assert.equal(one.queue.items.get(id)?.state, 'doing');
  });

  it('starts it at a checkout, before anything is typed', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    assert.equal(await one.checkOut(`${id}-login`), id);
  });

  it('leaves nothing to undo: the user did not do it', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    const label = one.queue.undoLabel;
    await one.checkOut(`${id}-login`);
    assert.equal(one.queue.undoLabel, label);
  });

  it('keeps an item stopped that was stopped by hand, until the next checkout', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    await one.checkOut(`${id}-login`);
    one.queue.stopClock(id);
    assert.equal(await one.type(`${id}-login`), null);
    assert.equal(await one.type(`${id}-login`, 'inner'), null);
    assert.equal(await one.checkOut('main'), null);
    assert.equal(await one.checkOut(`${id}-login`), id);
  });

  it('keeps it stopped over a reload and in another window on the same branch', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    await one.type(`${id}-login`);
    one.queue.stopClock(id);
    clock.advance(BEAT_MS);
    const two = await openWindow('two');
    assert.equal(await two.type(`${id}-login`), null);
    assert.equal(await two.checkOut('main'), null);
    assert.equal(await two.type('main'), null);
  });

  it('lets the user start another item on the branch', async () => {
    const one = await openWindow();
    const [login, tests] = [await one.add('fix login'), await one.add('write tests')];
    await one.checkOut(`${login}-login`);
    await actions.start(one.queue, tests);
    assert.equal(await one.type(`${login}-login`), tests);
  });

  it('does not go back and forth between two folders that are open at once', async () => {
    const one = await openWindow();
    const [login, tests] = [await one.add('fix login'), await one.add('write tests')];
    await one.type(`${login}-login`, 'shop');
    assert.equal(await one.type(`${tests}-tests`, 'blog'), tests);
    assert.equal(await one.type(`${login}-login`, 'shop'), tests);
  });

  it('revives no item that is done or dropped', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    await actions.move(one.queue, id, 'done');
    assert.equal(await one.checkOut(`${id}-login`), null);
    assert.equal(one.queue.items.get(id)?.state, 'done');
  });

  it('follows one checkout once, whichever windows see it', async () => {
    const one = await openWindow();
    const two = await openWindow('two');
    const id = await one.add('fix login');
    clock.advance(BEAT_MS);
    const checkout = git(clock.now(), { event: 'checkout', branch: `${id}-login`, repo: 'shop' });
    await one.say(checkout);
    one.queue.stopClock(id);
    clock.advance(BEAT_MS);
    assert.equal(await two.say(checkout), null);
  });

  it('is blind in a window without the focus', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    await one.say(focus(clock.now(), false));
    assert.equal(await one.checkOut(`${id}-login`), null);
    await one.say(focus(clock.now(), true));
    assert.equal(await one.type(`${id}-login`), id);
  });

  it('follows nothing within a pause, and keeps nothing of it', async () => {
    const one = await openWindow();
    const id = await one.add('fix login');
    one.keeper.pause();
    assert.equal(await one.type(`${id}-secret`), null);
    assert.equal(one.keeper.readable?.store.getMeta('queue.branch.shop'), null);
  });
});
