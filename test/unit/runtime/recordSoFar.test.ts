import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { neededDays } from '../../../src/core/rules/neededDays.ts';
import { readRules } from '../../../src/core/rules/readRules.ts';
import { readSettings } from '../../../src/core/settings.ts';
import { Recorder } from '../../../src/runtime/recorder.ts';
import { recordSoFar } from '../../../src/runtime/recordSoFar.ts';
import { RuleFeed, settledUntil } from '../../../src/runtime/ruleFeed.ts';
import { openStore } from '../../../src/store/open.ts';
import { failTest } from '../../support/shortRules.ts';
import { WorkLog } from '../../support/workLog.ts';

const WHENS = [
  { count: 'switch', over: '20m', gte: 8 },
  { count: 'git', over: '7d', gte: 2 },
  { sum: 'ms', of: 'activeTime', over: 'week', gte: '90h' },
  { sum: 'ms', of: 'activeTime', over: 'day', gt: { p: 90 } },
  { sum: 'ms', of: 'activeTime', over: '5d', gt: { p: 50 } },
];
const customRules = WHENS.map((when, i) => ({ id: `mine/rule-${'abcde'[i]}`, message: 'x', when }));
const { settings } = readSettings(key => ({ customRules })[key as 'customRules']);
const { rules, problems } = readRules(settings);
const own = rules.filter(({ rule }) => rule.id.startsWith('mine/'));
const calendar = zoneCalendar('UTC');

/** A record with half an hour of work on each of some days, so many days after the one before. */
async function recordOf(gaps: readonly number[]) {
  const log = new WorkLog().until(10, 0).type(30);
  for (const gap of gaps) log.until(10, gap).type(30);
  const store = await openStore(':memory:');
  const recorder = new Recorder({ write: batch => store.write(batch), offsetAt: () => 0 });
  for (const signal of log.signals) recorder.record(signal);
  recorder.flush();
  return { record: { store, calendar }, now: (log.signals.at(-1)?.at ?? 0) + 60_000 };
}

describe('how many days of record a rule needs', function () {
  this.timeout(60_000);

  it('is known of all rules here', () => {
    assert.deepEqual(problems, []);
    assert.equal(own.length, WHENS.length);
  });

  it('is without a look at it what the engine says that has read it', async () => {
    const waited = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 18 }), async gaps => {
        const { record, now } = await recordOf(gaps);
        try {
          const options = { rules: own, settings, from: -Infinity, onFailure: failTest };
          const feed = RuleFeed.begin(record, { ...options, onTransition: () => undefined });
          const until = settledUntil(now);
          assert.ok(feed && Array.from(feed.advance(until)).length > 0);
          const so = recordSoFar(record, until);
          for (const [id, status] of feed.engine.status()) {
            const days = status.kind === 'needsDays' ? status.days : 0;
            const ready = own.find(({ rule }) => rule.id === id);
            assert.ok(so && ready);
            assert.equal(neededDays(ready, so), days, id);
            waited.add(days);
          }
        } finally {
          record.store.close();
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(waited.size > 8, 'they waited for all kinds of times');
  });

  it('is not asked where nothing is recorded', async () => {
    const store = await openStore(':memory:');
    assert.equal(recordSoFar({ store, calendar }, Date.UTC(2026, 10, 23)), null);
    store.close();
  });
});
