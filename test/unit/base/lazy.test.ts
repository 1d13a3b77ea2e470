import assert from 'node:assert/strict';
import { Lazy } from '../../../src/base/lazy.ts';

describe('something lazy', () => {
  it('is made when it is first asked for, and once', async () => {
    let count = 0;
    const lazy = new Lazy(() => Promise.resolve({ count: ++count }));
    assert.equal(lazy.made, null);
    assert.equal(count, 0);
    const [first, second] = await Promise.all([lazy.get(), lazy.get()]);
    assert.equal(first, second);
    assert.equal(await lazy.get(), first);
    assert.equal(lazy.made, first);
    assert.equal(count, 1);
  });

  it('answers in the order in which it was asked', async () => {
    const lazy = new Lazy(() => Promise.resolve('made'));
    const order: number[] = [];
    const asked = [1, 2].map(async number => {
      await lazy.get();
      order.push(number);
    });
    await Promise.all(asked);
    assert.deepEqual(order, [1, 2]);
  });

  it('is tried again after a failure', async () => {
    let isBroken = true;
    const lazy = new Lazy(() => (isBroken ? Promise.reject(new Error('broken')) : Promise.resolve('made')));
    await assert.rejects(lazy.get(), /broken/);
    assert.equal(lazy.made, null);
    isBroken = false;
    assert.equal(await lazy.get(), 'made');
  });
});
