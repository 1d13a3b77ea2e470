import assert from 'node:assert/strict';
import {
  clearRecall,
  falseAWeek,
  score,
  sumOf,
  weakOnesFound,
  type Found,
} from '../../support/plantedYear/score.ts';
import { scoreTable } from '../../support/plantedYear/scoreTable.ts';
import type { Planted, Truth } from '../../support/plantedYear/truth.ts';

const planting = (made: Partial<Planted>): Planted => ({
  rule: 'a/b',
  strength: 1.1,
  from: 100,
  to: 200,
  ...made,
});
const finding = (made: Partial<Found>): Found => ({
  rule: 'a/b',
  from: 150,
  to: 160,
  value: 1,
  threshold: 1,
  ...made,
});
const truth = (...planted: Planted[]): Truth => ({ planted, alsoThere: [] });
const only = (found: readonly Found[], planted: readonly Planted[]) => {
  const [rule] = score(found, truth(...planted), 1).rules;
  assert.ok(rule);
  return rule;
};

describe('the score of a planted year', () => {
  it('counts what was found of what was planted, by strength', () => {
    const planted = [
      planting({}),
      planting({ from: 1100, to: 1200 }),
      planting({ from: 2100, to: 2200, strength: 0.7 }),
    ];
    const rule = only([finding({})], planted);
    assert.deepEqual(
      rule.recall.filter(one => one.planted > 0),
      [
        { strength: 0.7, planted: 1, found: 0 },
        { strength: 1.1, planted: 2, found: 1 },
      ],
    );
    assert.equal(clearRecall(rule), 0.5);
  });

  it('takes a finding for a planting that it meets in time, and for none of another rule', () => {
    assert.equal(clearRecall(only([finding({ from: 200, to: 300 })], [planting({})])), 1);
    assert.equal(clearRecall(only([finding({ from: 201, to: 300 })], [planting({})])), 0);
    const [ours] = score([finding({ rule: 'c/d' })], truth(planting({})), 1).rules;
    assert.ok(ours);
    assert.equal(clearRecall(ours), 0);
  });

  it('calls a finding false that meets nothing planted of nearly the threshold', () => {
    assert.equal(only([finding({})], [planting({ strength: 0.9 })]).falseFindings.length, 0);
    assert.equal(only([finding({})], [planting({ strength: 0.8 })]).falseFindings.length, 1);
    assert.equal(only([finding({})], []).falseFindings.length, 1);
  });

  it('calls none false that has another reason', () => {
    const alsoThere = [{ rule: 'a/b', from: 140, to: 155 }];
    const [rule] = score([finding({})], { planted: [], alsoThere }, 1).rules;
    assert.deepEqual(rule?.falseFindings, []);
  });

  it('tells weak plantings that were found', () => {
    const planted = [planting({ strength: 0.8 }), planting({ strength: 0.9, from: 300, to: 400 })];
    assert.equal(weakOnesFound(only([finding({}), finding({ from: 350, to: 350 })], planted)), 1);
  });

  it('spreads false findings over the weeks of all years', () => {
    const year = score([finding({}), finding({ rule: 'c/d' })], truth(), 4);
    assert.equal(falseAWeek(year), 0.5);
    assert.equal(falseAWeek(sumOf([year, score([], truth(), 4)])), 0.25);
  });

  it('adds the plantings of several years up', () => {
    const year = score([finding({})], truth(planting({})), 52);
    assert.deepEqual(
      sumOf([year, year]).rules[0]?.recall.find(one => one.planted > 0),
      {
        strength: 1.1,
        planted: 2,
        found: 2,
      },
    );
  });

  it('is shown as a table', () => {
    const table = scoreTable(score([finding({}), finding({ from: 900, to: 950 })], truth(planting({})), 2));
    assert.deepEqual(table.split('\n'), [
      '| rule | 0.7 | 0.8 | 0.9 | 1.1 | 1.2 | 1.3 | 1.5 | false a week |',
      '| ---- | --: | --: | --: | --: | --: | --: | --: | -----------: |',
      '| a/b  |   – |   – |   – | 1/1 |   – |   – |   – |         0.50 |',
      '| all  |     |     |     |     |     |     |     |         0.50 |',
    ]);
  });
});
