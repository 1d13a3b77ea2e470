import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  intersect,
  lengthOf,
  subtract,
  union,
  type Interval,
} from '../../../../src/core/activity/interval.ts';

const sets = fc
  .array(fc.tuple(fc.nat(60), fc.nat(12)))
  .map(list => list.map(([start, length]): Interval => ({ start, end: start + length })));

const holds = (set: readonly Interval[], at: number) => set.some(i => i.start <= at && at < i.end);
const instants = Array.from({ length: 80 }, (_, at) => at);

describe('intervals', () => {
  it('agree with sets of instants', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const [left, right] = [union(a), union(b)];
        const [rest, common] = [subtract(left, right), intersect(left, right)];
        for (const at of instants) {
          assert.equal(holds(left, at), holds(a, at));
          assert.equal(holds(rest, at), holds(a, at) && !holds(b, at));
          assert.equal(holds(common, at), holds(a, at) && holds(b, at));
        }
        assert.equal(lengthOf(rest) + lengthOf(common), lengthOf(left));
      }),
    );
  });

  it('come out disjoint, in order and without empty ones', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        for (const set of [union(a), subtract(union(a), union(b)), intersect(union(a), union(b))]) {
          set.forEach((interval, i) => {
            assert.ok(interval.end > interval.start);
            assert.ok(interval.start >= (set[i - 1]?.end ?? 0));
          });
        }
      }),
    );
  });

  it('keep the other fields of what is cut', () => {
    assert.deepEqual(subtract([{ start: 0, end: 10, name: 'a' }], [{ start: 4, end: 6 }]), [
      { start: 0, end: 4, name: 'a' },
      { start: 6, end: 10, name: 'a' },
    ]);
  });
});
