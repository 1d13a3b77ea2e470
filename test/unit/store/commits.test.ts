import assert from 'node:assert/strict';
import type { FactOf } from '../../../src/core/activity/facts.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, DAY, fact, MINUTE, NINE } from './builders.ts';

describe('commits', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(':memory:');
  });
  afterEach(() => {
    store.close();
  });

  function tell(at: number, hash: string | null, made: Partial<FactOf<'git'>> = {}) {
    const { repo = 'shop', event = 'commit', window = 'w1' } = made;
    store.write(batch({ facts: [fact(at, { kind: 'git', event, repo, hash }, { window })] }));
  }
  const told = (from = NINE, to = NINE + DAY) => store.commits.between(from, to);

  it('count once where two windows tell of them', () => {
    tell(NINE, 'abc');
    tell(NINE + MINUTE, 'abc', { window: 'w2' });
    assert.deepEqual(told(), [{ at: NINE, repo: 'shop' }]);
  });

  it('belong to the time at which they were told first, also where that was long ago', () => {
    tell(NINE - 90 * DAY, 'abc');
    tell(NINE, 'abc', { window: 'w2' });
    assert.deepEqual(told(), []);
  });

  it('are others in another repository', () => {
    tell(NINE, 'abc');
    tell(NINE, 'abc', { repo: 'blog' });
    assert.deepEqual(
      told().map(({ repo }) => repo),
      ['shop', 'blog'],
    );
  });

  it('count each where no hash tells them apart', () => {
    tell(NINE, null);
    tell(NINE + MINUTE, null);
    assert.equal(told().length, 2);
  });

  it('are not what was checked out or merged, nor does that count as telling of one', () => {
    tell(NINE, 'abc', { event: 'checkout' });
    tell(NINE + MINUTE, 'abc');
    tell(NINE + 2 * MINUTE, 'def', { event: 'merge' });
    assert.deepEqual(told(), [{ at: NINE + MINUTE, repo: 'shop' }]);
  });

  it('are those from the start of a range to before its end', () => {
    tell(NINE, 'abc');
    tell(NINE + MINUTE, 'def');
    assert.deepEqual(told(NINE, NINE + MINUTE), [{ at: NINE, repo: 'shop' }]);
  });
});
