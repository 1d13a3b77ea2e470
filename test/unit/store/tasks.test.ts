import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { addItem, editItem, moveItem } from '../../../src/core/queue/actions.ts';
import { apply, type Change } from '../../../src/core/queue/change.ts';
import {
  EXPLORATION,
  isOpenState,
  type Item,
  type Items,
  type ItemState,
} from '../../../src/core/queue/item.ts';
import { quickAdd } from '../../../src/core/queue/quickAdd.ts';
import { StoreBusy } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { item, looseFields, NOW, TODAY } from '../core/queue/builders.ts';
import { changes } from '../core/queue/changes.ts';
import { withFolder } from './temporaryFolder.ts';

const add = (store: Store, line: string): Item => {
  const { done } = store.tasks.change((items, newKey) => {
    const key = newKey();
    return addItem(items, quickAdd(line, TODAY), { id: key, key, project: null, at: NOW });
  });
  assert.equal(done?.kind, 'add');
  return done.item;
};
const write = (store: Store, change: Change | null) => store.tasks.change(() => change);

/** As the queue has it: every item has a key of its own, and what is closed an end. */
const lifelike = (change: Change): Change => {
  const end = (state: ItemState) => (isOpenState(state) ? null : NOW);
  if (change.kind === 'all') return { kind: 'all', changes: change.changes.map(lifelike) };
  if (change.kind === 'add') {
    const { id, state } = change.item;
    return { kind: 'add', item: { ...change.item, key: id, closedAt: end(state) } };
  }
  if (change.kind !== 'move') return change;
  return { ...change, fields: { ...change.fields, closedAt: end(change.fields.state) } };
};

async function withTwo(work: (one: Store, two: Store, path: string) => void): Promise<void> {
  await withFolder(async folder => {
    const path = join(folder, 'andon.sqlite');
    const [one, two] = [await openStore(path), await openStore(path)];
    work(one, two, path);
    one.close();
    two.close();
  });
}

describe('the queue in the store', () => {
  it('reads back every item as it was written', async () => {
    const store = await openStore(':memory:');
    fc.assert(
      fc.property(looseFields, fields => {
        const written = item({ id: 'A-7', key: 'A-7', blockedBy: ['A-1'], startedAt: NOW, ...fields });
        const isClosed = written.state === 'done' || written.state === 'dropped';
        const whole = { ...written, closedAt: isClosed ? NOW : null };
        write(store, { kind: 'remove', id: 'A-7' });
        write(store, { kind: 'add', item: whole });
        assert.deepEqual(store.tasks.all(), new Map([['A-7', whole]]));
      }),
    );
    store.close();
  });

  it('gives each item a key of its own, over all windows, and never again', () =>
    withTwo((one, two) => {
      assert.equal(add(one, 'first').key, 'A-1');
      assert.equal(add(two, 'second').key, 'A-2');
      write(one, { kind: 'remove', id: 'A-2' });
      assert.equal(add(one, 'third').key, 'A-3');
    }));

  it('gives no key again after everything was erased', async () => {
    const store = await openStore(':memory:');
    add(store, 'secret');
    await store.scrub();
    assert.equal(store.tasks.all().size, 0);
    assert.equal(add(store, 'next').key, 'A-2');
    store.close();
  });

  it('loses nothing that two windows do at once, and both see the same', () =>
    withTwo((one, two) => {
      const step = fc.tuple(fc.boolean(), changes.map(lifelike), fc.boolean());
      fc.assert(
        fc.property(fc.array(step, { maxLength: 20 }), steps => {
          write(one, {
            kind: 'all',
            changes: [...one.tasks.all().keys()].map(id => ({ kind: 'remove', id })),
          });
          let expected: Items = new Map();
          for (const [isOne, change, isLooking] of steps) {
            const { items, inverse } = write(isOne ? one : two, change);
            const applied = apply(expected, change);
            expected = applied.items;
            assert.deepEqual(items, expected);
            assert.deepEqual(inverse, applied.inverse);
            if (isLooking) assert.deepEqual((isOne ? two : one).tasks.all(), expected);
          }
          assert.deepEqual(one.tasks.all(), expected);
          assert.deepEqual(two.tasks.all(), expected);
        }),
      );
    }));

  it('holds what is on disk, not only what a window remembers', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      add(store, `read about parsers #${EXPLORATION} ~1h !low due:fri`);
      write(store, moveItem(add(store, 'answer Ann @waiting'), 'doing', NOW + 5));
      const before = store.tasks.all();
      store.close();
      const again = await openStore(path);
      assert.deepEqual(again.tasks.all(), before);
      again.close();
    }));

  it('keeps two windows’ edits of different fields of one item', () =>
    withTwo((one, two) => {
      const mine = add(one, 'fix login');
      const theirs = two.tasks.all().get(mine.id);
      assert.ok(theirs);
      write(one, editItem(mine, { title: 'Fix the login' }));
      write(two, editItem(theirs, { due: '2026-11-27' }));
      const after = one.tasks.all().get(mine.id);
      assert.deepEqual([after?.title, after?.due], ['Fix the login', '2026-11-27']);
    }));

  it('decides on what the other window has just written', () =>
    withTwo((one, two) => {
      const { id } = add(one, 'fix login');
      one.tasks.all();
      write(two, { kind: 'remove', id });
      const { done } = one.tasks.change(items => {
        const found = items.get(id);
        return found ? moveItem(found, 'done', NOW) : null;
      });
      assert.equal(done, null);
    }));

  it('is the same object as long as nobody writes it', () =>
    withTwo((one, two) => {
      add(one, 'fix login');
      const known = one.tasks.all();
      two.setMeta('paused', 'yes');
      assert.equal(one.tasks.all(), known);
      add(two, 'write tests');
      assert.notEqual(one.tasks.all(), known);
      assert.equal(one.tasks.all().size, 2);
    }));

  it('writes nothing of a change that fails, and does nothing while another window writes', () =>
    withTwo((one, two, path) => {
      add(one, 'fix login');
      const before = one.tasks.all();
      const failing = () =>
        one.tasks.change((_items, newKey) => {
          newKey();
          throw new Error('no');
        });
      assert.throws(failing, /no/);
      assert.equal(add(one, 'write tests').key, 'A-2');
      const other = new DatabaseSync(path);
      other.exec('BEGIN IMMEDIATE');
      assert.throws(() => write(two, { kind: 'remove', id: 'A-1' }), StoreBusy);
      other.exec('ROLLBACK');
      other.close();
      assert.equal(two.tasks.all().size, before.size + 1);
    }));

  it('reads a row that it only half understands, and leaves in it what it does not write', () =>
    withTwo((one, _two, path) => {
      const { id } = add(one, 'fix login #bug ~2h !high due:fri');
      const other = new DatabaseSync(path);
      other.exec(`UPDATE task SET state = 'someday', labels = '{"a":1}', priority = 'urgent', due = 'soon',
        budget_minutes = -5, place = '!', blocked_by = 'none', title = char(0x202e) || ' '`);
      const [read] = one.tasks.all().values();
      assert.deepEqual({ ...read }, { ...item({ id, key: id, title: id, state: 'inbox', createdAt: NOW }) });
      write(one, editItem(read!, { title: 'Fix the login' }));
      const row = other.prepare('SELECT state, labels, priority, due, title FROM task').get();
      assert.deepEqual(
        { ...row },
        {
          ...{ state: 'someday', labels: '{"a":1}', priority: 'urgent', due: 'soon', title: 'Fix the login' },
        },
      );
      other.close();
    }));

  it('takes an item of an unknown state that has an end for done', () =>
    withTwo((one, _two, path) => {
      add(one, 'fix login');
      const other = new DatabaseSync(path);
      other.exec(`UPDATE task SET state = 'archived', closed_at = 5`);
      other.close();
      const [read] = one.tasks.all().values();
      assert.deepEqual([read?.state, read?.closedAt], ['done', 5]);
    }));

  it('sees what the user writes into the file with a tool of their own', () =>
    withTwo((one, _two, path) => {
      const { id } = add(one, 'fix login');
      one.tasks.all();
      const other = new DatabaseSync(path);
      other.exec(`UPDATE task SET title = 'by hand'`);
      assert.equal(one.tasks.all().get(id)?.title, 'by hand');
      other.exec('DELETE FROM task');
      assert.equal(one.tasks.all().size, 0);
      other.close();
    }));

  it('can be read by hand', () =>
    withTwo((one, _two, path) => {
      add(one, 'fix login #bug');
      const other = new DatabaseSync(path, { readOnly: true });
      const row = other.prepare('SELECT key, title, state, labels FROM tasks').get();
      assert.deepEqual({ ...row }, { key: 'A-1', title: 'fix login', state: 'inbox', labels: '["bug"]' });
      other.close();
    }));
});

describe('the current item in the store', () => {
  it('is the one that was started last and not stopped, up to a time', async () => {
    const store = await openStore(':memory:');
    const say = (at: number, thing: string, phase: 'start' | 'stop') => {
      const place = { at, window: 'w1', project: null, branch: null, path: null };
      const facts = [{ ...place, kind: 'queue', item: thing, phase } as const];
      store.write({ spans: [], facts, tallies: [], touched: { start: at, end: at } });
    };
    assert.equal(store.currentItem(NOW), null);
    say(NOW, 'A-1', 'start');
    assert.equal(store.currentItem(NOW), 'A-1');
    say(NOW + 10, 'A-2', 'start');
    say(NOW + 20, 'A-1', 'stop');
    assert.equal(store.currentItem(NOW + 30), 'A-2');
    assert.equal(store.currentItem(NOW + 5), 'A-1');
    say(NOW + 40, 'A-2', 'stop');
    assert.equal(store.currentItem(NOW + 50), null);
    store.close();
  });
});

describe('claimMeta', () => {
  it('answers one of two windows that it was the first', () =>
    withTwo((one, two) => {
      assert.deepEqual([one.claimMeta('told', 'A-1'), two.claimMeta('told', 'A-1')], [true, false]);
      assert.equal(two.claimMeta('told', 'A-2'), true);
    }));
});
