import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeMeter } from '../../../../src/core/rules/measures/makeMeter.ts';
import { ALL, type Meter } from '../../../../src/core/rules/measures/meter.ts';
import type { Group, Measure } from '../../../../src/core/rules/rule.ts';
import { BLANK, type Occurrence } from '../../../../src/core/rules/streams.ts';

const MINUTE = 60_000;
const FIGURES = { budget: () => 10 * MINUTE, plannedDeepTime: () => null };

const meterOf = (measure: Measure, by: readonly Group[] = []): Meter =>
  makeMeter(measure, { values: {}, by, figures: FIGURES });

const commit = (minute: number, made: Partial<Occurrence> = {}): Occurrence => ({
  ...BLANK,
  ...{ of: 'git', kind: 'commit', at: minute * MINUTE, project: 'shop', ...made },
});

/** As the engine does. */
function tell(meter: Meter, occurrence: Occurrence): void {
  if (meter.resetStreams.includes(occurrence.of)) meter.resetBy(occurrence);
  if (meter.streams.includes(occurrence.of)) meter.take(occurrence);
}

/** What a meter says at a minute, of what came before it. */
function valueAt(meter: Meter, minute: number, occurrences: readonly Occurrence[] = [], group = ALL) {
  for (const each of occurrences) tell(meter, each);
  meter.reach({ now: minute * MINUTE, dayStart: 5 * MINUTE, weekStart: 2 * MINUTE });
  return meter.valueOf(group);
}

describe('a measure', () => {
  it('counts what lies in its window', () => {
    const meter = meterOf({ count: 'git', over: '10m' });
    assert.equal(valueAt(meter, 12, [commit(1), commit(2), commit(3), commit(11)]), 3);
    assert.equal(valueAt(meter, 13), 2);
    assert.equal(valueAt(meter, 30), 0);
  });

  it('counts since the day, the week or the record began', () => {
    const over = ['day', 'week', 'record'] as const;
    const counts = over.map(name =>
      valueAt(meterOf({ count: 'git', over: name }), 20, [commit(1), commit(4), commit(8)]),
    );
    assert.deepEqual(counts, [1, 2, 3]);
  });

  it('takes only what is wanted, or not unwanted', () => {
    const others = [
      commit(1),
      commit(2, { kind: 'merge' }),
      commit(3, { kind: 'rebase' }),
      commit(4, { ms: 5 }),
    ];
    const count = (where: object) => valueAt(meterOf({ count: 'git', where }), 9, others);
    assert.equal(count({ kind: 'merge' }), 1);
    assert.equal(count({ kind: ['merge', 'rebase'] }), 2);
    assert.equal(count({ kind: { not: ['merge'] } }), 3);
    assert.equal(count({ ms: { gte: 5 } }), 1);
    assert.equal(count({ ms: { lt: 5 } }), 3);
  });

  it('begins anew with what resets it, in the same group', () => {
    const resetBy = [{ of: 'git', where: { kind: 'merge' } }] as const;
    const meter = meterOf({ count: 'git', where: { kind: 'commit' }, over: '1h', resetBy }, ['project']);
    const occurrences = [
      commit(1),
      commit(2, { project: 'blog' }),
      commit(3, { kind: 'merge' }),
      commit(4),
      commit(2, { project: 'shop' }),
    ];
    assert.equal(valueAt(meter, 9, occurrences, 'shop'), 1);
    assert.equal(valueAt(meter, 9, [], 'blog'), 1);
    assert.equal(valueAt(meter, 62, [], 'blog'), 1);
    assert.equal(valueAt(meter, 63, [], 'blog'), 0);
  });

  it('begins anew in all groups with what names none', () => {
    const meter = meterOf({ count: 'git', over: '1h', resetBy: [{ of: 'pause' }] }, ['project']);
    valueAt(meter, 9, [commit(1), commit(2, { project: 'blog' }), { ...BLANK, of: 'pause', at: 3 * MINUTE }]);
    assert.deepEqual([...meter.groups()], []);
  });

  it('adds amounts up, by several fields together', () => {
    const meter = meterOf({ sum: 'ms', of: 'activeTime', over: '5m' }, ['project', 'branch']);
    const active = (minute: number, branch: string): Occurrence => ({
      ...BLANK,
      of: 'activeTime',
      at: minute * MINUTE,
      ms: MINUTE,
      project: 'shop',
      branch,
    });
    assert.equal(
      valueAt(meter, 9, [active(3, 'a'), active(4, 'a'), active(5, 'b'), active(6, 'a')], 'shop\0a'),
      2 * MINUTE,
    );
  });

  it('takes the kinds of something else for no groups of its own: that resets all of them', () => {
    const run = (minute: number, kind: string) => commit(minute, { of: 'run', kind });
    const meter = meterOf({ count: 'run', over: '1h', resetBy: [{ of: 'git' }] }, ['kind']);
    assert.equal(valueAt(meter, 9, [run(1, 'test'), run(2, 'build')], 'test'), 1);
    assert.equal(valueAt(meter, 10, [commit(9)], 'test'), 0);
    const own = meterOf({ count: 'run', over: '1h', resetBy: [{ of: 'runStart' }] }, ['kind']);
    const started = commit(3, { of: 'runStart', kind: 'build' });
    assert.equal(valueAt(own, 9, [run(1, 'test'), run(2, 'build'), started], 'test'), 1);
    assert.equal(own.valueOf('build'), 0);
  });

  it('counts different values, and forgets the one that a reset names', () => {
    const item = (minute: number, id: string, kind: string): Occurrence => ({
      ...BLANK,
      of: 'item',
      at: minute * MINUTE,
      item: id,
      kind,
    });
    const resetBy = [{ of: 'item', where: { kind: 'done' } }] as const;
    const meter = meterOf({ distinct: 'item', of: 'item', where: { kind: 'start' }, over: '10m', resetBy });
    const all = [item(1, 'a', 'start'), item(2, 'b', 'start'), item(3, 'a', 'start'), item(4, 'b', 'done')];
    assert.equal(valueAt(meter, 9, all), 1);
    assert.equal(valueAt(meter, 13), 1);
    assert.equal(valueAt(meter, 14), 0);
  });

  it('knows how long ago the first and the last were', () => {
    const of = (take: 'first' | 'last') => meterOf({ timeSince: 'git', take, over: '10m' });
    assert.equal(valueAt(of('last'), 8, [commit(1), commit(5)]), 3 * MINUTE);
    const first = of('first');
    assert.equal(valueAt(first, 8, [commit(1), commit(5)]), 7 * MINUTE);
    assert.equal(valueAt(first, 12), 7 * MINUTE);
    assert.equal(valueAt(first, 16), null);
  });

  it('knows the longest time without one, the present one included', () => {
    const meter = meterOf({ longestGap: 'git', over: '10m' });
    assert.equal(valueAt(meter, 1), null);
    assert.equal(valueAt(meter, 10, [commit(1), commit(7), commit(9)]), 6 * MINUTE);
    assert.equal(valueAt(meter, 18), 9 * MINUTE);
    assert.equal(valueAt(meter, 20, [commit(19)]), 10 * MINUTE);
  });

  it('divides one measure by another, and says nothing where that is 0', () => {
    const ratio = {
      ratio: [{ count: 'git', where: { kind: 'merge' } }, { count: 'git' }],
      over: '10m',
    } as const;
    assert.equal(valueAt(meterOf(ratio), 9, [commit(1), commit(2, { kind: 'merge' })]), 0.5);
    assert.equal(valueAt(meterOf(ratio), 9), null);
  });

  it('divides by a figure that is kept elsewhere', () => {
    const sum = { sum: 'ms', of: 'activeTime' } as const;
    const active: Occurrence = { ...BLANK, of: 'activeTime', at: MINUTE, ms: 5 * MINUTE, item: 'i1' };
    const used = meterOf({ ratio: [sum, { figure: 'budget' }] }, ['item']);
    assert.equal(valueAt(used, 9, [active], 'i1'), 0.5);
    assert.equal(valueAt(meterOf({ ratio: [sum, { figure: 'plannedDeepTime' }] }), 9, [active]), null);
  });

  it('is what a look at everything in the window comes to', () => {
    const times = fc
      .array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 })
      .map(list => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 60 }), (minutes, over) => {
        const count = meterOf({ count: 'git', over: `${over}m` });
        const gap = meterOf({ longestGap: 'git', over: `${over}m` });
        const seen: number[] = [];
        for (let now = 1; now <= 320; now++) {
          for (; (minutes[seen.length] ?? Infinity) < now;) {
            const at = minutes[seen.length] ?? 0;
            seen.push(at);
            for (const meter of [count, gap]) tell(meter, commit(at));
          }
          assert.equal(valueAt(count, now), seen.filter(at => at >= now - over).length);
          const gaps = seen.map((at, i) => (i > 0 && at >= now - over ? at - (seen[i - 1] ?? 0) : 0));
          const longest = seen.length === 0 ? null : Math.max(...gaps, now - (seen.at(-1) ?? 0)) * MINUTE;
          assert.equal(valueAt(gap, now), longest);
        }
      }),
      { numRuns: 60 },
    );
  });
});
