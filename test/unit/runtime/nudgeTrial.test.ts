import assert from 'node:assert/strict';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { Signal } from '../../../src/core/activity/signal.ts';
import type { Draft, TrialState } from '../../../src/core/messages/tuning.ts';
import { readSettings } from '../../../src/core/settings.ts';
import { NudgeTrial } from '../../../src/runtime/nudgeTrial.ts';
import { Recorder } from '../../../src/runtime/recorder.ts';
import { isolate } from '../../../src/core/text/isolate.ts';
import { openStore } from '../../../src/store/open.ts';
import { WorkLog } from '../../support/workLog.ts';

const DAY = 86_400_000;
const RULE = 'switching/ping-pong';
const NOW = Date.parse('2026-03-30T20:00:00Z');
const calendar = zoneCalendar('UTC');

/** So many switches in 18 minutes, on days before today; at the end a commit. */
function switching(byDaysAgo: readonly (readonly [daysAgo: number, switches: number])[]): Signal[] {
  return byDaysAgo.flatMap(([daysAgo, switches]) => {
    const log = new WorkLog(NOW - daysAgo * DAY).until(10);
    log.alternate(switches, 18, (each, turn) => each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(0.5));
    return log.type(5).commit().type(10).signals;
  });
}

async function trialOf(signals: readonly Signal[]) {
  const store = await openStore(':memory:');
  const recorder = new Recorder({ write: batch => store.write(batch), offsetAt: () => 0 });
  for (const signal of signals) recorder.record(signal);
  recorder.flush();
  return new NudgeTrial({
    record: () => ({ store, calendar }),
    zone: () => 'UTC',
    yieldTurn: () => Promise.resolve(),
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
}

const setting = (made: Partial<Extract<Draft, { kind: 'setting' }>> = {}): Draft => ({
  ...{ kind: 'setting', rule: RULE, level: 'panel', options: { switches: 12 } },
  ...made,
});

async function run(
  trial: NudgeTrial,
  draft: Draft | null,
  written: Readonly<Record<string, unknown>> = {},
  rule = RULE,
): Promise<Extract<TrialState, { kind: 'done' }>> {
  const { settings } = readSettings(key => written[key]);
  const state = await trial.run(
    { settings, rule, draft, now: NOW },
    { onProgress: () => undefined, isAborted: () => false },
  );
  assert.ok(state?.kind === 'done', JSON.stringify(state));
  return state;
}

const DAYS = [
  [40, 9],
  [20, 9],
  [13, 15],
  [6, 9],
  [3, 15],
] as const;

describe('a trial on the last 30 days', () => {
  it('tells the nudges with the settings as they are and with another threshold', async () => {
    const { before, after, rows, dates } = await run(await trialOf(switching(DAYS)), setting());
    assert.equal(before?.count, 4);
    assert.equal(after?.count, 2);
    assert.deepEqual(
      rows.map(row => [row.before?.date, row.after?.date]),
      [
        ['2026-03-10', undefined],
        ['2026-03-17', '2026-03-17'],
        ['2026-03-24', undefined],
        ['2026-03-27', '2026-03-27'],
      ],
    );
    assert.deepEqual([dates.length, dates[0], dates.at(-1)], [30, '2026-03-01', '2026-03-30']);
  });

  it('says when, how, and what was measured, and leads to it in the record', async () => {
    const { rows } = await run(await trialOf(switching([[3, 9]])), null);
    const nudge = rows[0]?.before;
    assert.equal(nudge?.message, '8 switches in 20 min.');
    assert.match(nudge.time, /^10:1\d$/);
    assert.equal(nudge.how, 'In the panel, at once, since the panel interrupts nothing.');
    assert.deepEqual(nudge.explanation.terms.slice(0, 2), [
      { label: 'Measured: switches', value: '8' },
      { label: 'Told', value: 'from 8 on' },
    ]);
    const start = Date.parse('2026-03-27T10:00:00Z');
    assert.deepEqual(nudge.explanation.source?.filter, {
      ...{ behind: 'switches', from: '2026-03-27', to: '2026-03-27', kinds: ['switch'] },
      times: { start, end: start + 17 * 60_000 },
    });
  });

  it('lets what asks for a look wait for the next commit', async () => {
    const { rows } = await run(await trialOf(switching([[3, 9]])), setting({ level: 'toast', options: {} }));
    assert.match(rows[0]?.after?.how ?? '', /^As a message, after a (commit|switch)/);
  });

  it('keeps to the budget of messages, over all rules', async () => {
    const written = { 'nudges.toastsPerDay': 0 };
    const draft = setting({ level: 'toast', options: {} });
    const { rows } = await run(await trialOf(switching([[3, 9]])), draft, written);
    assert.match(rows[0]?.after?.how ?? '', /^In the status bar.*since you allow none/);
  });

  it('tells of a rule that is off on one side that it is', async () => {
    const { before, after } = await run(await trialOf(switching(DAYS)), setting({ options: {} }), {
      rules: { [RULE]: 'off' },
    });
    assert.deepEqual([before?.isOff, before?.count, after?.isOff, after?.count], [true, 0, false, 4]);
  });

  it('tries a rule of one’s own that stands nowhere yet', async () => {
    const rule = { id: 'mine/some', when: { count: 'switch', over: '1h', gte: 10 }, message: '{count}' };
    const trial = await trialOf(switching(DAYS));
    const { before, after } = await run(trial, { kind: 'custom', index: null, rule }, {}, 'mine/some');
    assert.equal(before, null);
    assert.equal(after?.count, 2);
  });

  it('lets no name turn the words around it', async () => {
    const when = { sum: 'ms', of: 'activeTime', by: 'project', over: '1h', gte: '10m' };
    const rule = { id: 'mine/some', when, message: '{value} in {group}, so far.' };
    const log = new WorkLog(NOW - DAY).until(10).in({ project: 'a\u202e\u2069b' }).type(20);
    const trial = await trialOf(log.signals);
    const { rows } = await run(trial, { kind: 'custom', index: null, rule }, {}, 'mine/some');
    assert.equal(rows[0]?.after?.message, `10 min in ${isolate('ab')}, so far.`);
  });

  it('says how many more days a rule needs', async () => {
    const rule = {
      id: 'mine/own',
      when: { count: 'switch', over: '1h', gte: { p: 90 } },
      message: '{count}',
    };
    const trial = await trialOf(switching([[3, 9]]));
    const { after } = await run(trial, { kind: 'custom', index: null, rule }, {}, 'mine/own');
    assert.match(after?.silence ?? '', /^It needs \d+ more days? of record/);
  });

  it('is given up where nobody waits for it, and says nothing where there is no record', async () => {
    const { settings } = readSettings(() => undefined);
    const plan = { settings, rule: RULE, draft: null, now: NOW };
    const watch = { onProgress: () => undefined, isAborted: () => true };
    assert.equal(await (await trialOf(switching(DAYS))).run(plan, watch), null);
    assert.deepEqual(await (await trialOf([])).run(plan, watch), { kind: 'noRecord' });
  });

  it('tells its progress from 0 to 1, and is found again without any', async () => {
    const trial = await trialOf(switching(DAYS));
    const { settings } = readSettings(() => undefined);
    const told: number[] = [];
    const watch = { onProgress: (done: number) => told.push(done), isAborted: () => false };
    await trial.run({ settings, rule: RULE, draft: null, now: NOW }, watch);
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
    assert.equal(told.at(-1), 1);
    const count = told.length;
    await trial.run({ settings, rule: RULE, draft: null, now: NOW + 60_000 }, watch);
    assert.equal(told.length, count);
  });
});
