import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { Signal } from '../../../src/core/activity/signal.ts';
import type { Finding, Transition } from '../../../src/core/rules/finding.ts';
import { readRules } from '../../../src/core/rules/readRules.ts';
import { readSettings } from '../../../src/core/settings.ts';
import { backtest, FindingList } from '../../../src/runtime/backtest.ts';
import { Recorder } from '../../../src/runtime/recorder.ts';
import { RuleFeed, settledUntil } from '../../../src/runtime/ruleFeed.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { replayLog } from '../../support/replayLog.ts';
import { signalLogs } from '../../support/signalArbitrary.ts';
import { WorkLog } from '../../support/workLog.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** By then everything is over, however long a finding is kept. */
const AFTER = 3 * HOUR;
const calendar = zoneCalendar('UTC');

/** Rules that find something in short logs; what they measure takes every way through the reader. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  rules: {
    'rest/no-break': { after: '20m', break: '2m' },
    'switching/ping-pong': { switches: 3 },
    'switching/two-files': { switches: 4 },
    'stuck/failing-run': { times: 2 },
    'offer/long-read': { after: '10m' },
    'waiting/builds': { sum: '2m' },
    'risk/uncommitted': { characters: 500 },
    'rest/late-work': { after: '10m' },
    'queue/too-many': { items: 2 },
    'offer/unprotected-flow': { after: '5m', pause: '1m' },
  },
  customRules: [
    { id: 'mine/active', when: { sum: 'ms', of: 'activeTime', over: '10m', gte: '4m' }, message: '{value}' },
    {
      id: 'mine/edits',
      when: { sum: 'edits', of: 'edit', over: '10m', by: 'file', gte: 2 },
      keepFiringFor: '5m',
      message: '{value}',
    },
    {
      id: 'mine/spans',
      when: { sum: 'ms', of: 'span', over: '15m', by: 'project', gte: '1m' },
      message: '{value}',
    },
    { id: 'mine/pauses', when: { count: 'pause', over: '20m', gte: 2 }, for: '2m', message: '{count}' },
    { id: 'mine/gap', when: { longestGap: 'runStart', over: '30m', gte: '4m' }, message: '{value}' },
    { id: 'mine/since', when: { timeSince: 'debug', over: '1h', lt: '3m' }, message: '{value}' },
    {
      id: 'mine/kinds',
      when: { distinct: 'activity', of: 'activeTime', over: '15m', gte: 3 },
      message: '{count}',
    },
    {
      id: 'mine/share',
      when: {
        ratio: [
          { sum: 'ms', of: 'activeTime', where: { activity: 'reading' } },
          { sum: 'ms', of: 'activeTime' },
        ],
        over: '15m',
        gt: 0.5,
      },
      message: '{value}',
    },
  ],
};
const { settings } = readSettings(key => SETTINGS[key]);
const { rules, problems } = readRules(settings);
const onFailure = (rule: string, error: unknown) => {
  throw new Error(rule, { cause: error });
};

/** Records signals and lets rules follow: every so many minutes, up to where nothing can change any more. */
async function live(
  signals: readonly Signal[],
  everyMinutes: number,
): Promise<{ findings: Finding[]; store: Store }> {
  const store = await openStore(':memory:');
  const recorder = new Recorder({ write: batch => store.write(batch), offsetAt: () => 0 });
  const found = new FindingList();
  let feed: RuleFeed | null = null;
  const follow = (now: number) => {
    recorder.flush();
    feed ??= RuleFeed.begin(
      { store, calendar },
      { rules, settings, from: -Infinity, onFailure, onTransition: (each: Transition) => found.add(each) },
    );
    Array.from(feed?.advance(settledUntil(now)) ?? []);
  };
  let next = (signals[0]?.at ?? 0) + everyMinutes * MINUTE;
  for (const signal of signals) {
    for (; next < signal.at; next += everyMinutes * MINUTE) follow(next);
    recorder.record(signal);
  }
  const end = (signals.at(-1)?.at ?? 0) + AFTER;
  for (; next < end; next += everyMinutes * MINUTE) follow(next);
  follow(end);
  return { findings: found.from(-Infinity), store };
}

async function afterwards(store: Store, now: number): Promise<readonly Finding[]> {
  const result = await backtest(
    { store, calendar },
    { rules, settings, from: -Infinity, now },
    { yieldTurn: () => Promise.resolve(), onProgress: () => undefined, isAborted: () => false, onFailure },
  );
  return result?.findings ?? [];
}

const printed = (findings: readonly Finding[]) =>
  findings.map(({ rule, from, to, value, threshold }) => ({ rule, from, to, value, threshold }));

async function assertAgree(signals: readonly Signal[], everyMinutes: number): Promise<readonly Finding[]> {
  const { findings, store } = await live(signals, everyMinutes);
  try {
    const end = (signals.at(-1)?.at ?? 0) + AFTER;
    assert.deepEqual(findings, await afterwards(store, end));
    const replayed = await replayLog(signals, 'UTC', SETTINGS);
    assert.deepEqual(replayed.findings, printed(findings));
  } finally {
    store.close();
  }
  return findings;
}

describe('findings', function () {
  this.timeout(120_000);

  it('are looked for by rules that can be read', () => {
    assert.deepEqual(problems, []);
  });

  it('are the same live, in a replay of the log and in a backtest over its store', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(signalLogs(80), fc.constantFrom(1, 2, 7, 45), async (signals, everyMinutes) => {
        found += (await assertAgree(signals, everyMinutes)).length;
      }),
      { numRuns: 60 },
    );
    assert.ok(found > 100, `${found} findings: enough to tell something by`);
  });

  it('are the same for a day of everything', async () => {
    const log = new WorkLog()
      .item('i1')
      .type(30)
      .run('build', 1, 3)
      .run('test', 1, 2)
      .alternate(12, 15, (each, turn) => each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(0.5))
      .errors(2)
      .item('i2')
      .type(12)
      .rest(6)
      .read(25, 'b.ts')
      .commit()
      .edits(30, { origin: 'undo' })
      .until(19)
      .type(25);
    const findings = await assertAgree(log.signals, 1);
    assert.ok(new Set(findings.map(({ rule }) => rule)).size > 10);
  });
});
