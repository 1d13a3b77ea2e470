import assert from 'node:assert/strict';
import { fallAfter, raisesOf, type GuardDay, type Raise } from '../../../../src/core/nudges/guard.ts';
import { seededChance } from '../../../../src/core/nudges/learning/chance.ts';
import type { Entry } from '../../../../src/core/nudges/past.ts';
import type { Level } from '../../../../src/core/nudges/raised.ts';
import { DAY, HOUR, MINUTE, NINE, RULE } from './builders.ts';

const RAISE: Raise = { rule: RULE, date: '2026-11-23', from: 'panel', to: 'toast' };
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Deep minutes of the days before and after the raise, the nearest to it first. */
function days(before: number[], since: number[], activeMs = 6 * HOUR): GuardDay[] {
  const day = (offset: number, minutes: number): GuardDay => ({
    date: dateOf(NINE + offset * DAY),
    activeMs,
    deepMs: minutes * MINUTE,
  });
  return [
    ...before.map((m, i) => day(-1 - i, m)).reverse(),
    day(0, 500),
    ...since.map((m, i) => day(1 + i, m)),
  ];
}

const LOTS = [100, 120, 90, 110, 100, 130, 80, 100, 105, 95];
const LITTLE = [50, 60, 40, 70, 55, 45, 65, 50, 60, 50];

describe('the guard of deep time', () => {
  it('says that it fell after a raise, with both figures', () => {
    const fall = fallAfter(RAISE, days(LOTS, LITTLE));
    assert.deepEqual(
      [fall?.beforeMs, fall?.sinceMs, fall?.daysBefore, fall?.daysSince],
      [100 * MINUTE, 52.5 * MINUTE, 10, 10],
    );
    assert.equal(
      fall?.text,
      'Deep time was 1 h 40 a day in the 10 working days before, and is 52 min in the 10 since (medians). There may be other reasons.',
    );
  });

  it('says nothing where it rose or stayed', () => {
    assert.equal(fallAfter(RAISE, days(LITTLE, LOTS)), null);
    assert.equal(fallAfter(RAISE, days(LOTS, LOTS)), null);
    assert.equal(fallAfter(RAISE, days(Array<number>(12).fill(60), Array<number>(12).fill(60))), null);
  });

  it('says nothing of nine days', () => {
    assert.equal(fallAfter(RAISE, days(LOTS, LITTLE.slice(1))), null);
    assert.equal(fallAfter(RAISE, days(LOTS.slice(1), LITTLE)), null);
  });

  it('takes no day with less than an hour of work', () => {
    const idle = days([], Array<number>(10).fill(0), 59 * MINUTE).slice(1);
    assert.equal(fallAfter(RAISE, [...days(LOTS, []), ...idle]), null);
  });

  it('says nothing of a fall that is not felt', () => {
    assert.equal(fallAfter(RAISE, days(Array<number>(15).fill(100), Array<number>(15).fill(86))), null);
    assert.notEqual(fallAfter(RAISE, days(Array<number>(15).fill(100), Array<number>(15).fill(85))), null);
  });

  it('is not led by one long day', () => {
    const one = [600, ...LITTLE.slice(1)];
    assert.equal(fallAfter(RAISE, days(one, LITTLE)), null);
  });

  it('counts days without deep time as alike', () => {
    const before = [...Array<number>(7).fill(60), ...Array<number>(3).fill(0)];
    const since = [...Array<number>(3).fill(60), ...Array<number>(7).fill(0)];
    // 1.74 standard deviations; 1.51 if no two days were alike.
    assert.notEqual(fallAfter(RAISE, days(before, since)), null);
  });

  it('looks at the 20 days around the raise only', () => {
    const before = [...Array<number>(20).fill(60), ...Array<number>(40).fill(300)];
    assert.equal(fallAfter(RAISE, days(before, Array<number>(20).fill(60))), null);
  });

  it('seldom says so by chance', () => {
    const chance = seededChance('guard');
    const skewed = () => Array.from({ length: 20 }, () => Math.round(-80 * Math.log(1 - chance())));
    const told = Array.from({ length: 400 }, () => fallAfter(RAISE, days(skewed(), skewed()))).filter(
      Boolean,
    );
    assert.ok(told.length > 0 && told.length <= 400 * 0.07);
  });
});

describe('raises', () => {
  const set = (from: Level, to: Level, at = NINE, rule = RULE): Entry => ({
    kind: 'rule',
    at,
    rule,
    word: { kind: 'levelSet', from, to },
  });

  it('are levels that were set higher', () => {
    assert.deepEqual(raisesOf([set('panel', 'toast')], dateOf), [RAISE]);
    assert.deepEqual(raisesOf([set('toast', 'panel'), set('panel', 'panel')], dateOf), []);
  });

  it('are over when the level is lowered again', () => {
    assert.deepEqual(raisesOf([set('panel', 'toast'), set('toast', 'panel', NINE + DAY)], dateOf), []);
  });
});
