import assert from 'node:assert/strict';
import { blockingOf, holdsUp } from '../../../../src/core/queue/blocking.ts';
import { isExploration } from '../../../../src/core/queue/item.ts';
import { item, itemsOf, row } from './builders.ts';

describe('blockingOf', () => {
  it('reads who waits for whom from both ends', () => {
    const blocking = blockingOf(row(3, index => (index > 0 ? { blockedBy: ['i1'] } : {})));
    assert.deepEqual([...blocking.blocks('i1')], ['i2', 'i3']);
    assert.equal(blocking.isBlocking('i1'), true);
    assert.equal(blocking.isBlocked('i1'), false);
    assert.equal(blocking.isBlocked('i3'), true);
    assert.equal(blocking.isBlocking('i3'), false);
  });

  for (const state of ['done', 'dropped'] as const) {
    it(`forgets what is ${state}, on either side`, () => {
      const closedBlocker = blockingOf(
        itemsOf([item({ id: 'a', state }), item({ id: 'b', blockedBy: ['a'] })]),
      );
      assert.equal(closedBlocker.isBlocked('b'), false);
      assert.equal(closedBlocker.isBlocking('a'), false);
      const closedWaiter = blockingOf(
        itemsOf([item({ id: 'a' }), item({ id: 'b', state, blockedBy: ['a'] })]),
      );
      assert.equal(closedWaiter.isBlocked('b'), false);
      assert.equal(closedWaiter.isBlocking('a'), false);
    });
  }

  it('is blocked by none that is gone', () => {
    assert.equal(blockingOf(itemsOf([item({ blockedBy: ['gone'] })])).isBlocked('i1'), false);
  });
});

describe('holdsUp', () => {
  it('ends where items wait for each other in a circle', () => {
    const circle = row(3, index => ({ blockedBy: [`i${((index + 1) % 3) + 1}`] }));
    assert.equal(holdsUp(circle, 'i1', 'i2'), true);
    assert.equal(holdsUp(circle, 'i9', 'i2'), false);
  });
});

describe('isExploration', () => {
  it('goes by the label', () => {
    assert.equal(isExploration({ labels: ['bug', 'exploration'] }), true);
    assert.equal(isExploration({ labels: ['explorations'] }), false);
  });
});
