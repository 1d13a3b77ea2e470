import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyOfBranch } from '../../../../src/core/queue/branchKey.ts';
import { keyOfNumber } from '../../../../src/core/queue/item.ts';

const KEYS = new Set(['A-1', 'A-2', 'A-12']);

describe('keyOfBranch', () => {
  const cases: readonly [branch: string, key: string | null][] = [
    ['A-12', 'A-12'],
    ['A-12-login', 'A-12'],
    ['feature/A-12-login', 'A-12'],
    ['feature/A-12_login', 'A-12'],
    ['feature/A-12/login', 'A-12'],
    ['fix-login-A-12', 'A-12'],
    ['ann/fix_A-12', 'A-12'],
    ['origin/feature/A-12', 'A-12'],
    ['A-12-3', 'A-12'],
    ['utf-8-A-12', 'A-12'],
    ['v-2-A-12', 'A-12'],
    // Small letters, where a name begins.
    ['a-12', 'A-12'],
    ['feature/a-12-login', 'A-12'],
    // Of two the first, and of those that are items.
    ['A-2-after-A-12', 'A-2'],
    ['A-7-then-A-12', 'A-12'],
    // No part of another key, number, word or version.
    ['A-123', null],
    ['feature/A-120-login', null],
    ['DATA-12', null],
    ['feature/AA-1', null],
    ['2A-1', null],
    ['A-01', null],
    ['A-12a', null],
    ['A-1.2', null],
    ['release/A-12.0', null],
    ['xA-12', null],
    ['éA-12', null],
    ['A-12é', null],
    ['A_12', null],
    ['A12', null],
    ['A--12', null],
    ['plan-a-12-hours', null],
    ['a-b-a-1', null],
    ['main', null],
    ['', null],
  ];
  for (const [branch, key] of cases) {
    it(`${key ?? 'no key'} in "${branch}"`, () => assert.equal(keyOfBranch(branch, KEYS), key));
  }

  it('finds the very key, never one that it begins with', () => {
    const numbers = fc.integer({ min: 1, max: 3000 });
    const ends = fc.constantFrom('', '-login', '/x', '_x');
    const starts = fc.constantFrom('', 'feature/', 'ann/fix-', 'x_');
    const all = { has: () => true };
    fc.assert(
      fc.property(numbers, numbers, starts, ends, (own, other, start, end) => {
        const branch = start + keyOfNumber(own) + end;
        assert.equal(keyOfBranch(branch, all), keyOfNumber(own));
        const others = new Set([keyOfNumber(other)]);
        assert.equal(keyOfBranch(branch, others), own === other ? keyOfNumber(own) : null);
      }),
    );
  });

  it('finds only what is among the keys, in any name', () => {
    const unit = fc.constantFrom('A', 'a', '1', '2', '-', '/', '_', '.', 'x');
    fc.assert(
      fc.property(fc.string({ unit }), branch => {
        const key = keyOfBranch(branch, KEYS);
        assert.ok(key === null || (KEYS.has(key) && branch.toUpperCase().includes(key)));
      }),
    );
  });
});
