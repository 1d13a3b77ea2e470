import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveItem } from '../../../../src/core/queue/actions.ts';
import { apply, type Change } from '../../../../src/core/queue/change.ts';
import type { Items } from '../../../../src/core/queue/item.ts';
import { stepOf, takeBack } from '../../../../src/core/queue/takeBack.ts';
import { item, itemsOf, NOW, queues } from './builders.ts';
import { changes } from './changes.ts';

/** What is left to take back of `change` once `others` happened after it. */
function takenBack(items: Items, change: Change, others: readonly Change[] = []): Change | null {
  const { items: after, inverse } = apply(items, change);
  assert.ok(inverse);
  const now = others.reduce((queue, other) => apply(queue, other).items, after);
  return takeBack(now, stepOf(inverse, after, ''));
}

const one = item({ id: 'i1', title: 'One' });
const queue = itemsOf([one]);
const rename = (title: string): Change => ({ kind: 'edit', id: 'i1', fields: { title } });

describe('takeBack', () => {
  it('takes all of a change back where nobody has changed anything since', () => {
    fc.assert(
      fc.property(queues, changes, (items, change) => {
        const { items: after, inverse } = apply(items, change);
        if (!inverse) return;
        const back = takeBack(after, stepOf(inverse, after, ''));
        assert.ok(back);
        assert.deepEqual(apply(after, back).items, items);
      }),
      { numRuns: 500 },
    );
  });

  it('never takes away an item that others touched, whatever they did', () => {
    fc.assert(
      fc.property(queues, changes, fc.array(changes, { maxLength: 5 }), (items, change, others) => {
        const { items: after, inverse } = apply(items, change);
        if (!inverse) return;
        const now = others.reduce((all, other) => apply(all, other).items, after);
        const back = takeBack(now, stepOf(inverse, after, ''));
        const left = back ? apply(now, back).items : now;
        for (const [id, each] of now) {
          const isTouched = JSON.stringify(each) !== JSON.stringify(after.get(id));
          if (isTouched) assert.ok(left.has(id), `${id} is lost`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves a field that another window has written since', () => {
    const done: Change = { kind: 'edit', id: 'i1', fields: { title: 'Mine', due: '2026-11-24' } };
    assert.deepEqual(takenBack(queue, done, [rename('Theirs')]), {
      kind: 'edit',
      id: 'i1',
      fields: { due: null },
    });
  });

  it('does nothing where all of it is another window’s by now', () => {
    assert.equal(takenBack(queue, rename('Mine'), [rename('Theirs')]), null);
  });

  it('removes an item that it added, and leaves one that was worked on since', () => {
    const added = item({ id: 'i2', key: 'A-2', order: 'i000001' });
    const add: Change = { kind: 'add', item: added };
    assert.deepEqual(takenBack(queue, add), { kind: 'remove', id: 'i2' });
    assert.equal(takenBack(queue, add, [moveItem(added, 'doing', NOW)!]), null);
  });

  it('does nothing to an item that is gone', () => {
    assert.equal(takenBack(queue, rename('Mine'), [{ kind: 'remove', id: 'i1' }]), null);
  });
});
