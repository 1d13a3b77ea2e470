import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Signal } from '../../../src/core/activity/signal.ts';
import { referenceDays } from '../../support/reference.ts';
import { replayLog } from '../../support/replayLog.ts';
import { signalLogs } from '../../support/signalArbitrary.ts';
import * as make from '../../support/signals.ts';
import { MONDAY, WorkLog } from '../../support/workLog.ts';

const S = 1000;
const M = 60 * S;
/** Fires from the 20th minute on, for hours. */
const TYPING = {
  id: 'mine/typing',
  when: { sum: 'ms', of: 'activeTime', over: '6h', gte: '20m' },
  keepFiringFor: '12h',
  message: '{value} of work.',
};
const NOON = Date.parse('2026-03-02T12:00:00Z');

/** A signal every `step` from `from` to `to`, both included. */
function steadily(from: number, to: number, step: number, signal: (at: number) => Signal): Signal[] {
  const signals: Signal[] = [];
  for (let at = from; at <= to; at += step) signals.push(signal(at));
  return signals;
}

async function onlyDay(
  signals: readonly Signal[],
  zone?: string,
  values?: Readonly<Record<string, unknown>>,
) {
  const { days } = await replayLog(signals, zone, values);
  assert.equal(days.length, 1);
  return days[0]!;
}

describe('replay', function () {
  this.timeout(30_000);

  it('answers an empty log with no days', async () => {
    assert.deepEqual(await replayLog([]), { spans: 0, days: [], findings: [], nudges: [] });
  });

  it('makes of a lone signal a span of no time, and lists its day for the edit', async () => {
    const { spans, days } = await replayLog([make.edit(NOON)]);
    assert.equal(spans, 1);
    assert.equal(days[0]?.activeMs, 0);
    assert.equal(days[0].fragmentation, null);
    assert.deepEqual(days[0].edits, { typed: 1, bulk: 0, program: 0, undo: 0 });
  });

  it('lists no day for a lone read', async () => {
    assert.deepEqual((await replayLog([make.read(NOON)])).days, []);
  });

  it('joins signals at most 30 s apart into one span', async () => {
    assert.equal((await replayLog([make.edit(NOON), make.edit(NOON + 30 * S)])).spans, 1);
    assert.equal((await replayLog([make.edit(NOON), make.edit(NOON + 30 * S + 1)])).spans, 2);
  });

  it('gives a gap of at most idle.after to the span before it, and a longer one to nobody', async () => {
    const withGap = (gap: number) => [
      make.edit(NOON),
      make.edit(NOON + 10 * S),
      make.read(NOON + 10 * S + gap),
    ];
    assert.equal((await onlyDay(withGap(5 * M))).activeMs, 10 * S + 5 * M);
    assert.deepEqual((await onlyDay(withGap(5 * M))).byActivity, { coding: 10 * S + 5 * M });
    assert.equal((await onlyDay(withGap(5 * M + 1))).activeMs, 10 * S);
    assert.equal(
      (await onlyDay(withGap(5 * M + 1), 'UTC', { 'idle.after': 6 })).activeMs,
      10 * S + 5 * M + 1,
    );
  });

  it('clamps settings to their bounds', async () => {
    const signals = [make.edit(NOON), make.edit(NOON + 31 * S)];
    assert.equal((await replayLog(signals, 'UTC', { 'idle.after': 0 })).days[0]?.activeMs, 0);
    assert.equal((await replayLog(signals, 'UTC', { 'idle.after': 0.52 })).days[0]?.activeMs, 31 * S);
  });

  it('takes settings to the millisecond', async () => {
    const gap = (length: number) => [make.edit(NOON), make.edit(NOON + length)];
    assert.equal((await onlyDay(gap(246_000), 'UTC', { 'idle.after': 4.1 })).activeMs, 246_000);
    assert.equal((await onlyDay(gap(246_001), 'UTC', { 'idle.after': 4.1 })).activeMs, 0);
    const block = [...steadily(NOON, NOON + 480_000, 20 * S, at => make.edit(at)), make.edit(NOON + 483_000)];
    assert.equal((await onlyDay(block, 'UTC', { 'focus.deepBlockMinutes': 8.05 })).deepBlocks.length, 1);
  });

  it('splits time at local midnight', async () => {
    const midnight = Date.parse('2026-03-02T23:00:00Z'); // in Berlin
    const { days } = await replayLog(
      steadily(midnight - M, midnight + 2 * M, 20 * S, at => make.edit(at)),
      'Europe/Berlin',
    );
    assert.deepEqual(
      days.map(day => [day.date, day.activeMs, day.edits.typed]),
      [
        ['2026-03-02', M, 3],
        ['2026-03-03', 2 * M, 7],
      ],
    );
  });

  for (const [name, date, hours] of [
    ['23', '2026-03-29', 23],
    ['25', '2026-10-25', 25],
  ] as const) {
    it(`counts ${name} hours on a day when the clocks change`, async () => {
      // Berlin's midnight is 23:00 UTC in winter and 22:00 in summer.
      const start = Date.parse(`${date}T00:00:00Z`) - (hours === 23 ? 1 : 2) * 3_600_000;
      const all = steadily(start, start + hours * 3_600_000, 30 * S, at => make.edit(at));
      const { days } = await replayLog(all, 'Europe/Berlin');
      assert.deepEqual(
        days.map(day => [day.date, day.activeMs]),
        [
          [date, hours * 3_600_000],
          [days[1]?.date, 0],
        ],
      );
    });
  }

  it('counts two windows on the same file once', async () => {
    const signals = ['w1', 'w2']
      .flatMap(window => steadily(NOON, NOON + 10 * M, 20 * S, at => make.edit(at, { window })))
      .sort((a, b) => a.at - b.at);
    const { spans, days } = await replayLog(signals);
    assert.equal(spans, 2);
    assert.equal(days[0]?.activeMs, 10 * M);
    assert.equal(days[0].edits.typed, 62);
  });

  it('gives an instant that two spans cover to the one that began last', async () => {
    const other = make.doc('b.ts', 'blog');
    const signals = [
      ...steadily(NOON, NOON + M, 20 * S, at => make.edit(at)),
      make.edit(NOON + 10 * S, { window: 'w2', doc: other }),
      make.edit(NOON + 30 * S, { window: 'w2', doc: other }),
    ].sort((a, b) => a.at - b.at);
    assert.deepEqual((await onlyDay(signals)).byProject, { shop: 40 * S, blog: 20 * S });
  });

  it('takes a detour under 10 s for no switch, and one of 10 s for two', async () => {
    const detour = (length: number) => [
      ...steadily(NOON, NOON + M, 20 * S, at => make.edit(at)),
      make.edit(NOON + M, { doc: make.doc('b.ts', 'blog') }),
      ...steadily(NOON + M + length, NOON + 2 * M + length, 20 * S, at => make.edit(at)),
    ];
    assert.equal((await onlyDay(detour(9 * S))).switches, 0);
    assert.equal((await onlyDay(detour(10 * S))).switches, 2);
  });

  it('earns no time without the focus, and closes the span on losing it', async () => {
    const signals = [
      make.edit(NOON),
      make.edit(NOON + 10 * S),
      make.focus(NOON + 20 * S, false),
      ...steadily(NOON + 25 * S, NOON + 20 * M, 25 * S, at => make.edit(at)),
    ];
    const { spans, days } = await replayLog(signals);
    assert.equal(spans, 1);
    assert.equal(days[0]?.activeMs, 10 * S);
    assert.equal(days[0].edits.typed, 2 + 48);
  });

  it('lets a loss of focus interrupt no gap', async () => {
    const signals = [
      make.edit(NOON),
      make.focus(NOON + S, false),
      make.focus(NOON + 60 * S, true),
      make.read(NOON + 2 * M),
    ];
    assert.equal((await onlyDay(signals)).activeMs, 2 * M);
  });

  it('counts no gap while the machine slept', async () => {
    const asleep = (late: number) => [
      make.edit(NOON),
      make.tick(NOON + 10 * S),
      make.tick(NOON + 10 * S + late),
      make.edit(NOON + 20 * S + late),
    ];
    assert.equal((await onlyDay(asleep(69_600))).activeMs, 20 * S + 69_600);
    assert.equal((await onlyDay(asleep(69_601))).activeMs, 20 * S);
  });

  it('knows from any word of another window that the machine was awake', async () => {
    const signals = [
      make.edit(NOON),
      make.tick(NOON + 10 * S),
      make.tick(NOON + 60 * S, { window: 'w2' }),
      make.tick(NOON + 120 * S),
      make.edit(NOON + 130 * S),
    ];
    assert.equal((await onlyDay(signals)).activeMs, 130 * S);
  });

  it('lets named time beat the gap rule and lose to spans', async () => {
    const signals = [
      make.edit(NOON),
      make.edit(NOON + 20 * S),
      make.edit(NOON + 4 * M),
      make.edit(NOON + 4 * M + 20 * S),
      make.away(NOON + 5 * M, NOON, NOON + 2 * M, 'meeting'),
    ];
    const day = await onlyDay(signals);
    assert.equal(day.awayMs, 2 * M - 20 * S);
    assert.equal(day.activeMs, 20 * S + 2 * M + 20 * S);
    assert.equal(day.idleMs, 0);
  });

  it('holds what was said later where names overlap', async () => {
    const signals = [
      make.away(NOON, NOON - 10 * M, NOON - 5 * M, 'reading'),
      make.away(NOON + 1, NOON - 8 * M, NOON - 6 * M, 'break'),
    ];
    assert.equal((await onlyDay(signals)).awayMs, 3 * M);
  });

  it('joins a block across thinking, and switches across it where the work differs', async () => {
    const work = (project: string) => [
      ...steadily(NOON, NOON + 10 * M, 20 * S, at => make.edit(at)),
      ...steadily(NOON + 20 * M, NOON + 30 * M, 20 * S, at =>
        make.edit(at, { doc: make.doc('a.ts', project) }),
      ),
      make.away(NOON + 31 * M, NOON + 10 * M, NOON + 20 * M, 'thinking'),
    ];
    const same = await onlyDay(work('shop'));
    assert.deepEqual(same.deepBlocks, [{ start: NOON, end: NOON + 30 * M, project: 'shop' }]);
    assert.equal(same.switches, 0);
    const other = await onlyDay(work('blog'), 'UTC', { 'focus.deepBlockMinutes': 15 });
    assert.deepEqual(other.deepBlocks, [{ start: NOON, end: NOON + 20 * M, project: 'shop' }]);
    assert.equal(other.switches, 1);
  });

  it('counts waiting for a foreground build from 15 s on, capped at idle.after', async () => {
    const build = (pause: number, made = {}) => [
      make.edit(NOON),
      make.task(NOON + S, 'start', made),
      make.task(NOON + S + pause, 'end', made),
      make.edit(NOON + S + pause),
    ];
    assert.equal((await onlyDay(build(14_999))).waitingMs, 0);
    assert.equal((await onlyDay(build(15_000))).waitingMs, 15_000);
    assert.equal((await onlyDay(build(20 * M))).waitingMs, 5 * M);
    assert.equal((await onlyDay(build(20 * S, { background: true }))).waitingMs, 0);
    assert.equal((await onlyDay(build(20 * S, { group: 'other' }))).waitingMs, 0);
  });

  it('names the activity by what a person does', async () => {
    const signals = [
      make.read(NOON, { view: 'diff' }),
      make.read(NOON + 20 * S, { view: 'diff' }),
      make.debug(NOON + 20 * S, 'start'),
      make.read(NOON + 30 * S),
      make.debug(NOON + 40 * S, 'stop'),
      make.read(NOON + 40 * S),
      make.edit(NOON + 50 * S),
      make.save(NOON + 60 * S),
      make.save(NOON + 70 * S),
      make.terminal(NOON + 80 * S, 'start', { class: 'git' }),
      make.task(NOON + 90 * S, 'start', { group: 'test' }),
      make.read(NOON + 100 * S),
    ];
    const { byActivity } = await onlyDay(signals);
    assert.deepEqual(byActivity, {
      reviewing: 20 * S,
      debugging: 20 * S,
      reading: 10 * S + 10 * S,
      coding: 20 * S,
      terminal: 10 * S,
      testing: 10 * S,
    });
  });

  it('drops a read at most 500 ms after an edit of the same document', async () => {
    assert.equal((await replayLog([make.edit(NOON), make.read(NOON + 500)])).spans, 1);
    assert.equal((await replayLog([make.edit(NOON), make.read(NOON + 501)])).spans, 2);
    assert.equal(
      (await replayLog([make.edit(NOON), make.read(NOON + 500, { doc: make.doc('b.ts') })])).spans,
      2,
    );
    assert.equal((await replayLog([make.edit(NOON, { origin: 'program' }), make.read(NOON + 1)])).spans, 1);
  });

  it('counts a terminal command only within 60 s of a sign of a person', async () => {
    const command = (pause: number) => [make.edit(NOON), make.terminal(NOON + pause, 'start')];
    assert.equal((await replayLog(command(60 * S))).spans, 2);
    assert.equal((await replayLog(command(60 * S + 1))).spans, 1);
    assert.equal((await replayLog([make.terminal(NOON, 'start')])).spans, 0);
  });

  it('cuts runs where the current item changes', async () => {
    const signals = [
      ...steadily(NOON, NOON + 10 * M, 20 * S, at => make.edit(at)),
      make.queue(NOON + 4 * M, 'one'),
      make.queue(NOON + 6 * M, 'two', 'stop'),
    ].sort((a, b) => a.at - b.at);
    assert.equal((await onlyDay(signals)).switches, 1);
  });

  it('agrees with a brute-force reading of the definitions when it goes through the database', async () => {
    await fc.assert(
      fc.asyncProperty(signalLogs(40), async signals => {
        const { days } = await replayLog(signals, 'UTC', { 'focus.deepBlockMinutes': 10 });
        assert.deepEqual(days, referenceDays(signals, 300_000, 600_000));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the nudges of a replay', function () {
  this.timeout(30_000);
  const rules = { customRules: [{ ...TYPING, level: 'toast' }] };
  const ofTyping = async (log: WorkLog, values: Readonly<Record<string, unknown>> = rules) =>
    (await replayLog(log.signals, 'UTC', values)).nudges.filter(({ rule }) => rule === TYPING.id);
  const nudges = async (...args: Parameters<typeof ofTyping>) =>
    (await ofTyping(...args)).map(({ at, surface }) => [(at - MONDAY) / M, surface]);

  it('come at the next commit after what is found, with what was measured', async () => {
    const log = new WorkLog().type(25).commit().type(5);
    assert.deepEqual(await nudges(log), [[25, 'toast']]);
    const { measure, value, threshold } = (await ofTyping(log))[0]!.evidence;
    assert.deepEqual(
      { measure, value, threshold },
      { measure: 'active time', value: 20 * M, threshold: 20 * M },
    );
  });

  it('come late where no moment between two things came', async () => {
    assert.deepEqual(await nudges(new WorkLog().type(70)), [[50, 'toast']]);
  });

  it('wait for the return of somebody who is away', async () => {
    assert.deepEqual(await nudges(new WorkLog().type(21).rest(45).type(5)), [[66, 'toast']]);
  });

  it('go to the panel at once, and nowhere where the rule is off', async () => {
    const level = (name: string) => ({ ...rules, rules: { 'mine/typing': name } });
    assert.deepEqual(await nudges(new WorkLog().type(30), level('panel')), [[20, 'panel']]);
    assert.deepEqual(await nudges(new WorkLog().type(30), level('off')), []);
  });

  it('keep to the budget and to quiet hours', async () => {
    const log = new WorkLog().type(25).commit().type(5);
    assert.deepEqual(await nudges(log, { ...rules, 'nudges.toastsPerDay': 0 }), [[25, 'statusBar']]);
    assert.deepEqual(await nudges(log, { ...rules, 'nudges.quietHours': '09:00-12:00' }), []);
  });
});
