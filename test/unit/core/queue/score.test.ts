import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockingOf } from '../../../../src/core/queue/blocking.ts';
import { DEFAULT_COEFFICIENTS } from '../../../../src/core/queue/coefficients.ts';
import type { Item } from '../../../../src/core/queue/item.ts';
import {
  score,
  TERM_NAMES,
  termText,
  type ScoreContext,
  type TermName,
} from '../../../../src/core/queue/score.ts';
import type { PlannedBlock } from '../../../../src/core/queue/scoreFactors.ts';
import { DAY, item, itemsOf, NOW, queues, row, TODAY } from './builders.ts';

/** One task of the table; what is left out is nothing. */
interface Task {
  readonly task: string;
  readonly item: Partial<Item>;
  /** The other items of the queue. */
  readonly others?: readonly Item[];
  readonly used?: number;
  readonly free?: number;
  readonly deep?: PlannedBlock;
  /** By hand, from the coefficients of the issue. */
  readonly terms: Partial<Record<TermName, number>>;
  readonly total: number;
}

const ago = (days: number) => NOW - days * DAY;
const open = item({ id: 'other' });
const waitsForThis = item({ id: 'other', blockedBy: ['i1'] });
const afternoon: PlannedBlock = { inMinutes: 60, minutes: 90, item: null };
const ownAfternoon: PlannedBlock = { inMinutes: 60, minutes: 90, item: 'deep' };
const running: PlannedBlock = { inMinutes: 0, minutes: 90, item: 'deep' };

/**
 * Today is 2026-11-22. The due term is 12 × (0.2 + 0.8 × n/21) = 2.4 + n × 0.45714, where n counts the days from 14 days ahead
 * (n = 0) to 7 days over (n = 21). The age term is 2 × days/365 = days × 0.0054795.
 */
const TABLE: readonly Task[] = [
  { task: 'nothing known', item: {}, terms: {}, total: 0 },

  // Due.
  { task: 'due in a year', item: { due: '2027-11-22' }, terms: { due: 2.4 }, total: 2.4 }, // capped: 12 × 0.2
  { task: 'due in 15 days', item: { due: '2026-12-07' }, terms: { due: 2.4 }, total: 2.4 }, // capped
  { task: 'due in 14 days', item: { due: '2026-12-06' }, terms: { due: 2.4 }, total: 2.4 }, // n = 0
  { task: 'due in 13 days', item: { due: '2026-12-05' }, terms: { due: 2.9 }, total: 2.9 }, // n = 1: 2.857
  { task: 'due in 10 days', item: { due: '2026-12-02' }, terms: { due: 4.2 }, total: 4.2 }, // n = 4: 4.229
  { task: 'due in a week', item: { due: '2026-11-29' }, terms: { due: 5.6 }, total: 5.6 }, // n = 7: 2.4 + 3.2
  { task: 'due in 3 days', item: { due: '2026-11-25' }, terms: { due: 7.4 }, total: 7.4 }, // n = 11: 7.429
  { task: 'due tomorrow', item: { due: '2026-11-23' }, terms: { due: 8.3 }, total: 8.3 }, // n = 13: 8.343
  { task: 'due today', item: { due: '2026-11-22' }, terms: { due: 8.8 }, total: 8.8 }, // n = 14: 2.4 + 6.4
  { task: 'due yesterday', item: { due: '2026-11-21' }, terms: { due: 9.3 }, total: 9.3 }, // n = 15: 9.257
  { task: '6 days over', item: { due: '2026-11-16' }, terms: { due: 11.5 }, total: 11.5 }, // n = 20: 11.543
  { task: '7 days over', item: { due: '2026-11-15' }, terms: { due: 12 }, total: 12 }, // n = 21: 12 × 1
  { task: 'a year over', item: { due: '2025-11-22' }, terms: { due: 12 }, total: 12 }, // capped

  // Age.
  { task: 'nine days old', item: { createdAt: ago(9) }, terms: {}, total: 0 }, // 0.0493
  { task: 'ten days old', item: { createdAt: ago(10) }, terms: { age: 0.1 }, total: 0.1 }, // 0.0548
  { task: 'a fifth of a year old', item: { createdAt: ago(73) }, terms: { age: 0.4 }, total: 0.4 }, // 2 / 5
  { task: '200 days old', item: { createdAt: ago(200) }, terms: { age: 1.1 }, total: 1.1 }, // 1.0959
  { task: 'a year old', item: { createdAt: ago(365) }, terms: { age: 2 }, total: 2 },
  { task: 'ten years old', item: { createdAt: ago(3650) }, terms: { age: 2 }, total: 2 }, // capped
  { task: 'created ahead of the clock', item: { createdAt: NOW + DAY }, terms: {}, total: 0 }, // not below 0

  // Priority, labels, project.
  { task: 'high', item: { priority: 'high' }, terms: { priority: 6 }, total: 6 },
  { task: 'medium', item: { priority: 'medium' }, terms: { priority: 3.9 }, total: 3.9 },
  { task: 'low', item: { priority: 'low' }, terms: { priority: 1.8 }, total: 1.8 },
  { task: 'one label', item: { labels: ['a'] }, terms: { tags: 0.8 }, total: 0.8 },
  // 0.9 + 1
  {
    task: 'two labels in a project',
    item: { labels: ['a', 'b'], project: 'shop' },
    terms: { tags: 0.9, project: 1 },
    total: 1.9,
  },
  // 1 × 1, as with three
  { task: 'four labels', item: { labels: ['a', 'b', 'c', 'd'] }, terms: { tags: 1 }, total: 1 },

  // States and blocking.
  // 4 + 5, from its very day on
  {
    task: 'in work, scheduled for today',
    item: { state: 'doing', scheduled: '2026-11-22' },
    terms: { active: 4, scheduled: 5 },
    total: 9,
  },
  { task: 'scheduled for tomorrow', item: { scheduled: '2026-11-23' }, terms: {}, total: 0 },
  // −3 + 6
  {
    task: 'waiting, high',
    item: { state: 'waiting', priority: 'high' },
    terms: { waiting: -3, priority: 6 },
    total: 3,
  },
  // Snoozed counts as waiting, once.
  {
    task: 'waiting and snoozed',
    item: { state: 'waiting', snoozedUntil: NOW + DAY },
    terms: { waiting: -3 },
    total: -3,
  },
  // −5 + 12 × 0.7333
  {
    task: 'blocked, due today',
    item: { blockedBy: ['other'], due: '2026-11-22' },
    others: [open],
    terms: { blocked: -5, due: 8.8 },
    total: 3.8,
  },
  // n = 15: 9.257; 55 days: 0.301; 8
  {
    task: 'blocks another, a day over, 55 days old',
    item: { due: '2026-11-21', createdAt: ago(55) },
    others: [waitsForThis],
    terms: { blocking: 8, due: 9.3, age: 0.3 },
    total: 17.6,
  },
  // What it waited for is done, so neither holds the other up: 1.8 alone.
  {
    task: 'blocked by what is done',
    item: { blockedBy: ['other'], priority: 'low' },
    others: [item({ id: 'other', state: 'done' })],
    terms: { priority: 1.8 },
    total: 1.8,
  },
  // Closed: no terms, though 12 + 6 + 2 would be due.
  {
    task: 'done',
    item: { state: 'done', due: '2026-11-01', priority: 'high', createdAt: ago(400) },
    terms: {},
    total: 0,
  },

  // Fitting, and deep blocks.
  // 30 of 60 min are left and 30 are free: 2.
  { task: 'half done, fits', item: { budgetMinutes: 60 }, used: 30, free: 30, terms: { fits: 2 }, total: 2 },
  // It would end 30 min into a block of 90 and leave 60 for something else: −2; 90 min do not fit 60: nothing.
  {
    task: 'runs into the planned block',
    item: { budgetMinutes: 90 },
    free: 60,
    deep: afternoon,
    terms: { breaksUp: -2 },
    total: -2,
  },
  // 60 min end as the block begins: fits 2, breaks up nothing; 3.9.
  {
    task: 'ends before the planned block',
    item: { budgetMinutes: 60, priority: 'medium' },
    free: 60,
    deep: ownAfternoon,
    terms: { fits: 2, priority: 3.9 },
    total: 5.9,
  },
  // The block has begun and is meant for another: −2, whatever its budget; 4 for being in work, 1 for its project.
  {
    task: 'in the middle of a block for another',
    item: { state: 'doing', project: 'shop' },
    deep: running,
    terms: { active: 4, project: 1, breaksUp: -2 },
    total: 3,
  },
  // All at once: n = 12: 7.886 → 7.9; 8; 6; 5; 4; 100 days: 0.548 → 0.5; 3 labels: 1; 1; 20 min left fit 25: 2; −5; 20 min in a block
  // that has begun: −2. 7.9 + 8 + 6 + 5 + 4 + 0.5 + 1 + 1 + 2 − 5 − 2 = 28.4
  {
    task: 'everything',
    item: {
      due: '2026-11-24',
      priority: 'high',
      scheduled: '2026-11-01',
      state: 'doing',
      createdAt: ago(100),
      labels: ['a', 'b', 'c'],
      project: 'shop',
      budgetMinutes: 120,
      blockedBy: ['blocker'],
    },
    others: [item({ id: 'blocker' }), waitsForThis],
    used: 100,
    free: 25,
    deep: running,
    terms: {
      due: 7.9,
      blocking: 8,
      priority: 6,
      scheduled: 5,
      active: 4,
      age: 0.5,
      tags: 1,
      project: 1,
      fits: 2,
      blocked: -5,
      breaksUp: -2,
    },
    total: 28.4,
  },
];

function contextOf(
  { others = [], used, free, deep }: Omit<Task, 'task' | 'item' | 'terms' | 'total'>,
  one: Item,
) {
  return {
    now: NOW,
    today: TODAY,
    blocking: blockingOf(itemsOf([one, ...others])),
    usedMinutes: new Map(used === undefined ? [] : [[one.id, used]]),
    freeMinutes: free ?? null,
    deepBlock: deep ?? null,
  } satisfies ScoreContext;
}
const scoreOf = (overrides: Partial<Item>, more: Parameters<typeof contextOf>[0] = {}) =>
  score(item(overrides), contextOf(more, item(overrides)));
const namesOf = (...args: Parameters<typeof scoreOf>) => scoreOf(...args).terms.map(({ name }) => name);

describe('score', () => {
  it('has forty tasks in its table', () => assert.equal(TABLE.length, 40));

  for (const { task, item: overrides, terms, total, ...more } of TABLE) {
    it(`${task}: ${total}`, () => {
      const found = scoreOf(overrides, more);
      assert.deepEqual(Object.fromEntries(found.terms.map(({ name, value }) => [name, value])), terms);
      assert.equal(found.total, total);
    });
  }

  it('says its terms in words', () => {
    const { terms } = scoreOf(
      { due: '2026-11-21', createdAt: ago(55), budgetMinutes: 30, state: 'waiting', priority: 'low' },
      { others: [waitsForThis], free: 30 },
    );
    assert.equal(
      terms.map(termText).join(' · '),
      'due +9.3 · blocking +8 · low priority +1.8 · age +0.3 · fits your next free block +2 · waiting −3',
    );
    assert.deepEqual(scoreOf({ snoozedUntil: NOW + 1 }).terms.map(termText), ['snoozed −3']);
  });

  it('wakes by itself', () => {
    assert.deepEqual(namesOf({ snoozedUntil: NOW }), []);
  });

  it('keeps its due term from midnight to midnight', () => {
    const one = item({ due: '2026-11-24', createdAt: ago(100) });
    const at = (hour: number) =>
      score(one, { ...contextOf({}, one), now: NOW + (hour - 10) * 3_600_000 }).terms[0];
    assert.deepEqual(at(0), at(23));
  });

  it('takes other coefficients, and leaves out what they make nothing of', () => {
    const one = item({ due: '2026-11-15', priority: 'low', labels: ['a'], project: 'shop' });
    const own = { ...DEFAULT_COEFFICIENTS, due: 1.25, priorityLow: 0, tags: -0.4, project: 0.04 };
    // 1.25 → 1.3, half up; −0.4 × 0.8 = −0.32 → −0.3; 0.04 → nothing.
    assert.deepEqual(score(one, contextOf({}, one), own), {
      total: 1,
      terms: [
        { name: 'due', label: 'due', value: 1.3 },
        { name: 'tags', label: 'labels', value: -0.3 },
      ],
    });
  });

  describe('a free block', () => {
    const cases: readonly [
      name: string,
      item: Partial<Item>,
      more: Parameters<typeof contextOf>[0],
      fits: boolean,
    ][] = [
      ['takes what is as long', { budgetMinutes: 45 }, { free: 45 }, true],
      ['takes nothing longer', { budgetMinutes: 46 }, { free: 45 }, false],
      ['takes what is left of something', { budgetMinutes: 46 }, { free: 45, used: 1 }, true],
      ['takes nothing without a budget', {}, { free: 45 }, false],
      ['takes nothing over its budget', { budgetMinutes: 30 }, { free: 45, used: 30 }, false],
      ['that is unknown takes nothing', { budgetMinutes: 5 }, {}, false],
    ];
    for (const [name, overrides, more, fits] of cases) {
      it(name, () => assert.equal(namesOf(overrides, more).includes('fits'), fits));
    }
  });

  describe('a planned deep block', () => {
    const cases: readonly [name: string, item: Partial<Item>, deep: PlannedBlock, breaks: boolean][] = [
      ['is not broken up by its own item', { id: 'deep', budgetMinutes: 10 }, running, false],
      ['is by another, however long', { budgetMinutes: 500 }, running, true],
      ['is by another without a budget, once it has begun', {}, running, true],
      ['is perhaps not by one without a budget, before it', {}, ownAfternoon, false],
      ['is by one that runs into it', { budgetMinutes: 61 }, ownAfternoon, true],
      ['is not by one that ends before it', { budgetMinutes: 60 }, ownAfternoon, false],
      ['for whatever fills it is not by what fills it', { budgetMinutes: 150 }, afternoon, false],
      ['for whatever fills it is by what ends in it', { budgetMinutes: 149 }, afternoon, true],
      ['for whatever fills it is perhaps not by one without a budget', {}, { ...running, item: null }, false],
    ];
    for (const [name, overrides, deep, breaks] of cases) {
      it(name, () => assert.equal(namesOf(overrides, { deep }).includes('breaksUp'), breaks));
    }
  });

  it('is to the decimal what its shown terms add up to', () => {
    const minutes = fc.option(fc.integer({ min: 0, max: 600 }), { nil: null });
    const weights = fc.option(fc.double({ min: -20, max: 20, noNaN: true }), { nil: 1 });
    fc.assert(
      fc.property(queues, minutes, weights, (items, freeMinutes, weight) => {
        const coefficients = Object.fromEntries(
          Object.entries(DEFAULT_COEFFICIENTS).map(([name, value]) => [name, (value as number) * weight]),
        ) as unknown as typeof DEFAULT_COEFFICIENTS;
        for (const one of items.values()) {
          const context = { ...contextOf({}, one), blocking: blockingOf(items), freeMinutes };
          const { total, terms } = score(one, context, coefficients);
          // As shown: "9.3" is 93 tenths.
          const tenths = terms.map(({ value }) => Number(value.toFixed(1).replace('.', '')));
          assert.equal(
            Number(total.toFixed(1).replace('.', '')),
            tenths.reduce((sum, each) => sum + each, 0),
          );
          for (const { value } of terms) assert.equal(value, Number(value.toFixed(1)));
          const names = terms.map(({ name }) => name);
          assert.deepEqual(
            names,
            TERM_NAMES.filter(name => names.includes(name)),
          );
        }
      }),
    );
  });

  it('is fast enough for five thousand items', () => {
    const items = row(5000, index => ({
      due: '2026-11-27',
      labels: ['bug'],
      priority: 'high',
      blockedBy: index > 0 ? [`i${index}`] : [],
    }));
    const context = { ...contextOf({}, item()), blocking: blockingOf(items) };
    for (const one of items.values()) score(one, context);
  }).timeout(500);
});
