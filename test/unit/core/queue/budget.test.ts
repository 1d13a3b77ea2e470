import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  budgetRange,
  finishedItems,
  ratioRange,
  type FinishedItem,
} from '../../../../src/core/queue/budget.ts';
import { quantile } from '../../../../src/core/queue/quantile.ts';
import { item } from './builders.ts';

/** Items of an hour with one label, that took these minutes. */
const hours = (used: readonly number[], ...labels: string[]): FinishedItem[] =>
  used.map(usedMinutes => ({ labels, plannedMinutes: 60, usedMinutes }));

describe('quantile', () => {
  // R: quantile(c(1, 2, 3, 4, 10), c(.5, .85)) stands at 1 + 4p: at 3 and at 4.4, which is 4 + 0.4 × 6.
  it('stands where R puts it', () => {
    assert.equal(quantile([10, 1, 4, 2, 3], 0.5), 3);
    assert.ok(Math.abs(quantile([10, 1, 4, 2, 3], 0.85) - 6.4) < 1e-12);
    // R: quantile(1:10) is 1, 3.25, 5.5, 7.75, 10.
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    assert.deepEqual(
      [0, 0.25, 0.5, 0.75, 1].map(p => quantile(ten, p)),
      [1, 3.25, 5.5, 7.75, 10],
    );
    assert.equal(quantile([7], 0.85), 7);
  });

  it('lies between the values, and never falls as the share grows', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (list, a, b) => {
        const [low, high] = [quantile(list, Math.min(a, b)), quantile(list, Math.max(a, b))];
        assert.ok(low <= high + 1e-9 && low >= Math.min(...list) && high <= Math.max(...list));
      }),
    );
  });

  it('has no answer for no values', () => {
    assert.throws(() => quantile([], 0.5), RangeError);
  });
});

describe('ratioRange', () => {
  // Ratios 0.5, 0.6 … 1.4: the median is at 1 + 9 × 0.5 = 5.5, between 0.9 and 1.0: 0.95. p85 is at 1 + 9 × 0.85 = 8.65, between
  // 1.2 and 1.3: 1.265.
  const bugs = hours([30, 36, 42, 48, 54, 60, 66, 72, 78, 84], 'bug');

  it('is the p50 to p85 of used to planned time with the label', () => {
    const range = ratioRange([...bugs, ...hours([600, 600], 'feature')], ['bug']);
    assert.ok(range.kind === 'range');
    assert.deepEqual([range.samples, range.label], [10, 'bug']);
    assert.ok(Math.abs(range.p50 - 0.95) < 1e-12);
    assert.ok(Math.abs(range.p85 - 1.265) < 1e-12);
  });

  it('goes by ratios, whatever the size of the items', () => {
    const sizes = bugs.map((each, index) => ({
      labels: each.labels,
      plannedMinutes: each.plannedMinutes * (index + 1),
      usedMinutes: each.usedMinutes * (index + 1),
    }));
    const range = ratioRange(sizes, ['bug']);
    assert.ok(range.kind === 'range' && Math.abs(range.p50 - 0.95) < 1e-12);
  });

  it('falls back to all items with fewer than ten of the label', () => {
    const history = [...bugs.slice(1), ...hours([60], 'feature')];
    const range = ratioRange(history, ['bug']);
    assert.ok(range.kind === 'range');
    assert.deepEqual([range.samples, range.label], [10, null]);
    assert.ok(ratioRange(bugs, []).kind === 'range');
  });

  it('says nothing under ten samples in all', () => {
    assert.deepEqual(ratioRange(bugs.slice(1), ['bug']), { kind: 'notEnoughData', samples: 9 });
    assert.deepEqual(ratioRange([], []), { kind: 'notEnoughData', samples: 0 });
  });

  it('takes of several labels the one with most samples, of equal ones the first', () => {
    const history = [...bugs, ...hours([60], 'bug', 'ui'), ...hours(Array<number>(10).fill(120), 'ui')];
    const labelOf = (...labels: string[]) => {
      const range = ratioRange(history, labels);
      return range.kind === 'range' ? range.label : undefined;
    };
    // Eleven each.
    assert.equal(labelOf('ui', 'bug'), 'ui');
    assert.equal(labelOf('bug', 'ui'), 'bug');
    assert.equal(labelOf('rare', 'bug'), 'bug');
  });
});

describe('budgetRange', () => {
  it('scales a plan, in whole minutes', () => {
    const ratios = { kind: 'range', p50: 1.1, p85: 1.756, samples: 12, label: 'bug' } as const;
    // 120 × 1.1 = 132; 120 × 1.756 = 210.72.
    assert.deepEqual(budgetRange(120, ratios), { lowMinutes: 132, highMinutes: 211 });
    assert.deepEqual(budgetRange(1, { ...ratios, p50: 0.1 }), { lowMinutes: 1, highMinutes: 2 });
    assert.equal(budgetRange(120, { kind: 'notEnoughData', samples: 3 }), null);
  });
});

describe('finishedItems', () => {
  it('are those that were done with a budget and with measured time', () => {
    const items = [
      item({ id: 'a', state: 'done', budgetMinutes: 60, labels: ['bug'] }),
      item({ id: 'b', state: 'dropped', budgetMinutes: 60 }),
      item({ id: 'c', state: 'doing', budgetMinutes: 60 }),
      item({ id: 'd', state: 'done' }),
      item({ id: 'e', state: 'done', budgetMinutes: 60 }),
    ];
    const used = new Map(['a', 'b', 'c', 'd'].map(id => [id, 90]));
    assert.deepEqual(finishedItems(items, used), [{ labels: ['bug'], plannedMinutes: 60, usedMinutes: 90 }]);
  });
});
