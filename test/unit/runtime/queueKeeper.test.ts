import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { quickAdd } from '../../../src/core/queue/quickAdd.ts';
import { ITEM_STATES } from '../../../src/core/queue/item.ts';
import { withoutControls } from '../../../src/core/text/isolate.ts';
import { ItemClock } from '../../../src/runtime/itemClock.ts';
import * as actions from '../../../src/runtime/queueActions.ts';
import { QueueKeeper } from '../../../src/runtime/queueKeeper.ts';
import { BEAT_MS } from '../../../src/runtime/recordKeeper.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';

const draft = (line: string) => quickAdd(line, '2026-03-02');

describe('QueueKeeper', () => {
  let record: SharedRecord;
  let clock: FakeClock;

  beforeEach(() => {
    clock = new FakeClock();
    record = new SharedRecord(clock);
  });
  afterEach(() => {
    record.close();
  });

  async function openWindow(name: string) {
    const keeper = record.window();
    const { onFailure } = record;
    const itemClock = record.add(new ItemClock(keeper, { clock, window: name, onFailure }));
    const queue = record.add(new QueueKeeper(keeper, itemClock, { clock, onFailure }));
    await keeper.begin();
    await keeper.start();
    const add = async (line: string) => {
      const item = await actions.add(queue, draft(line), null);
      assert.ok(item);
      return item;
    };
    const titles = () => [...queue.items.values()].map(item => item.title).sort();
    return { keeper, queue, itemClock, add, titles };
  }

  const facts = () => {
    const database = new DatabaseSync(record.file, { readOnly: true });
    const rows = database
      .prepare(
        `SELECT json_extract(detail, '$.item') AS item, json_extract(detail, '$.phase') AS phase
         FROM event WHERE kind = 'queue' ORDER BY id`,
      )
      .all();
    database.close();
    return rows.map(row => `${String(row['phase'])} ${String(row['item'])}`);
  };

  it('shows in the other window within a beat what was done in one', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.add('fix login');
    clock.advance(BEAT_MS);
    assert.deepEqual(two.titles(), ['fix login']);
    await two.add('write tests');
    clock.advance(BEAT_MS);
    assert.deepEqual(one.titles(), ['fix login', 'write tests']);
  });

  it('tells of nothing where only spans were written', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.add('fix login');
    clock.advance(BEAT_MS);
    let told = 0;
    two.queue.onDidChange(() => told++);
    one.keeper.signal({ kind: 'tick', at: clock.now(), window: 'one', doc: null, branch: null });
    one.keeper.pause();
    clock.advance(BEAT_MS);
    assert.equal(two.keeper.state?.kind, 'paused');
    assert.equal(told, 0);
  });

  it('waits for another window that writes', async () => {
    const one = await openWindow('one');
    const other = new DatabaseSync(record.file);
    other.exec('BEGIN IMMEDIATE');
    const added = actions.add(one.queue, draft('fix login'), null);
    clock.advance(100);
    assert.deepEqual(one.titles(), []);
    other.exec('COMMIT');
    other.close();
    clock.advance(100);
    assert.equal((await added)?.key, 'A-1');
  });

  it('does nothing without a record', async () => {
    const one = await openWindow('one');
    await one.add('fix login');
    await one.keeper.erase();
    assert.equal(await actions.add(one.queue, draft('write tests'), null), null);
    assert.deepEqual(one.titles(), []);
    assert.equal(one.queue.undoLabel, null);
  });

  describe('the clock of an item', () => {
    it('starts with it, in all windows, and is the only one', async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      const [login, tests] = [await one.add('fix login'), await one.add('write tests')];
      await actions.start(one.queue, login.id);
      clock.advance(BEAT_MS);
      assert.equal(two.queue.active?.id, login.id);
      assert.equal(two.queue.active.state, 'doing');
      await actions.start(two.queue, tests.id);
      clock.advance(BEAT_MS);
      assert.equal(one.queue.active?.id, tests.id);
      assert.equal(one.queue.items.get(login.id)?.state, 'doing');
    });

    it('is started once, however often it is asked for', async () => {
      const one = await openWindow('one');
      const { id } = await one.add('fix login');
      await actions.start(one.queue, id);
      await actions.start(one.queue, id);
      assert.deepEqual(facts(), [`start ${id}`]);
    });

    for (const state of ITEM_STATES.filter(each => each !== 'doing')) {
      it(`stops where the item is moved to ${state}, whichever window moves it`, async () => {
        const one = await openWindow('one');
        const two = await openWindow('two');
        const { id } = await one.add('fix login @doing');
        await actions.start(one.queue, id);
        clock.advance(BEAT_MS);
        await actions.move(two.queue, id, state);
        assert.deepEqual(facts(), [`start ${id}`, `stop ${id}`]);
        clock.advance(BEAT_MS);
        assert.equal(one.queue.active, null);
      });
    }

    it('stops where the start is undone', async () => {
      const one = await openWindow('one');
      const { id } = await one.add('fix login');
      await actions.start(one.queue, id);
      await one.queue.undo();
      assert.equal(one.queue.active, null);
      assert.equal(one.queue.items.get(id)?.state, 'inbox');
      assert.deepEqual(facts(), [`start ${id}`, `stop ${id}`]);
    });

    it('is started within a pause too, and goes on after it', async () => {
      const one = await openWindow('one');
      const { id } = await one.add('fix login');
      one.keeper.pause();
      await actions.start(one.queue, id);
      assert.deepEqual(facts(), [`start ${id}`]);
      one.keeper.resume();
      assert.equal(one.queue.active?.id, id);
    });

    it('is on disk later where another window writes just then, and shown at once', async () => {
      const one = await openWindow('one');
      const { id } = await one.add('fix login');
      const other = new DatabaseSync(record.file);
      other.exec('BEGIN IMMEDIATE');
      one.queue.startClock(id);
      assert.equal(one.queue.active?.id, id);
      assert.deepEqual(facts(), []);
      other.exec('COMMIT');
      other.close();
      clock.advance(BEAT_MS);
      assert.deepEqual(facts(), [`start ${id}`]);
      assert.equal(one.queue.active.id, id);
    });

    it('runs on in a window that is opened later', async () => {
      const one = await openWindow('one');
      const { id } = await one.add('fix login');
      await actions.start(one.queue, id);
      assert.equal((await openWindow('two')).queue.active?.id, id);
    });
  });

  describe('undo', () => {
    it('takes back and does again, step by step, and says what', async () => {
      const one = await openWindow('one');
      const { id } = await one.add('fix login');
      await actions.move(one.queue, id, 'dropped');
      assert.equal(withoutControls(one.queue.undoLabel ?? ''), 'Drop “fix login”');
      await one.queue.undo();
      assert.equal(one.queue.items.get(id)?.state, 'inbox');
      assert.equal(withoutControls(one.queue.redoLabel ?? ''), 'Drop “fix login”');
      await one.queue.undo();
      assert.deepEqual(one.titles(), []);
      await one.queue.redo();
      await one.queue.redo();
      assert.equal(one.queue.items.get(id)?.state, 'dropped');
      assert.equal(await one.queue.redo(), null);
    });

    it('forgets what could be done again once something else is done', async () => {
      const one = await openWindow('one');
      await one.add('fix login');
      await one.queue.undo();
      await one.add('write tests');
      assert.equal(one.queue.redoLabel, null);
    });

    it('leaves what another window has changed since, and says so', async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      const { id } = await one.add('fix login');
      clock.advance(BEAT_MS);
      await actions.edit(two.queue, id, { title: 'fix the login' });
      const undone = await one.queue.undo();
      assert.equal(undone?.isDone, false);
      assert.deepEqual(one.titles(), ['fix the login']);
      assert.equal(one.queue.undoLabel, null);
    });

    it('takes back only what its own window did', async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      await one.add('fix login');
      await two.add('write tests');
      clock.advance(BEAT_MS);
      await one.queue.undo();
      assert.deepEqual(one.titles(), ['write tests']);
      assert.equal(withoutControls(two.queue.undoLabel ?? ''), 'Add “write tests”');
    });

    it('knows two steps apart that are called the same', async () => {
      const one = await openWindow('one');
      await one.add('fix login');
      const { undoStep, undoLabel } = one.queue;
      await one.add('fix login');
      assert.equal(one.queue.undoLabel, undoLabel);
      assert.notEqual(one.queue.undoStep, undoStep);
      await one.queue.undo();
      assert.equal(one.queue.undoStep, undoStep);
    });

    it('is done one after the other, however fast it is asked for', async () => {
      const one = await openWindow('one');
      await one.add('fix login');
      await one.add('write tests');
      await Promise.all([one.queue.undo(), one.queue.undo()]);
      assert.deepEqual(one.titles(), []);
    });

    it('of all that two windows did, in any order, brings back what there was', async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      const kept = await one.add('kept');
      clock.advance(BEAT_MS);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), async turns => {
          let undos = { one: 0, two: 0 };
          for (const isOne of turns) {
            const { queue } = isOne ? one : two;
            await actions.add(queue, draft('more'), null);
            undos = isOne ? { ...undos, one: undos.one + 1 } : { ...undos, two: undos.two + 1 };
          }
          for (let i = 0; i < undos.one; i++) await one.queue.undo();
          for (let i = 0; i < undos.two; i++) await two.queue.undo();
          clock.advance(BEAT_MS);
          assert.deepEqual([...one.queue.items.keys()], [kept.id]);
          assert.deepEqual([...two.queue.items.keys()], [kept.id]);
        }),
        { numRuns: 30 },
      );
    });
  });

  describe('placing', () => {
    it('moves an item into the group of the one that it is placed at', async () => {
      const one = await openWindow('one');
      const [login, tests] = [await one.add('fix login'), await one.add('write tests @next')];
      await actions.place(one.queue, login.id, { after: tests.id });
      assert.equal(one.queue.items.get(login.id)?.state, 'next');
      await one.queue.undo();
      assert.deepEqual(one.queue.items.get(login.id), login);
    });

    it('does nothing at an item that is gone', async () => {
      const one = await openWindow('one');
      const login = await one.add('fix login');
      assert.equal(await actions.place(one.queue, login.id, { before: 'A-9' }), null);
    });
  });

  describe('rewriting', () => {
    it('says everything anew, as one step', async () => {
      const one = await openWindow('one');
      const login = await one.add('fix login #bug ~2h due:fri');
      await actions.rewrite(one.queue, login.id, draft('fix the login !high @next'));
      const { title, labels, budgetMinutes, due, priority, state } = one.queue.items.get(login.id)!;
      assert.deepEqual(
        { title, labels, budgetMinutes, due, priority, state },
        {
          title: 'fix the login',
          labels: [],
          budgetMinutes: null,
          due: null,
          priority: 'high',
          state: 'next',
        },
      );
      await one.queue.undo();
      assert.deepEqual(one.queue.items.get(login.id), login);
    });

    it('leaves a closed item closed', async () => {
      const one = await openWindow('one');
      const { id } = await one.add('fix login');
      await actions.move(one.queue, id, 'done');
      await actions.rewrite(one.queue, id, draft('fix the login'));
      assert.equal(one.queue.items.get(id)?.state, 'done');
    });
  });
});
