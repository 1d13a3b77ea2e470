import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { Signal } from '../../../src/core/activity/signal.ts';
import type { RecordFilter } from '../../../src/core/audit/filterSchema.ts';
import { RECORD_FILTER } from '../../../src/core/audit/filterSchema.ts';
import type { RecordRow } from '../../../src/core/audit/row.ts';
import { withEvidence } from '../../../src/core/nudges/evidenceSource.ts';
import { raisedOf } from '../../../src/core/nudges/raise.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { defaultValues } from '../../../src/core/rules/options.ts';
import type { Condition, Rule } from '../../../src/core/rules/rule.ts';
import { NO_ITEMS } from '../../../src/core/stats/itemNames.ts';
import { firstRows } from '../../../src/runtime/firstRows.ts';
import { daysBack, readDayRows } from '../../../src/runtime/recordDays.ts';
import { Recorder } from '../../../src/runtime/recorder.ts';
import { openStore } from '../../../src/store/open.ts';
import { findingsIn } from '../../support/ruleTester.ts';
import { signalLogs } from '../../support/signalArbitrary.ts';
import { MONDAY, WorkLog } from '../../support/workLog.ts';

const MINUTE = 60_000;
/** A switch is one once it has lasted so long: rules count it then, and where it was. */
const DETOUR = 10_000;
const calendar = zoneCalendar('UTC');
const RULES = { idleAfterMs: 5 * MINUTE, deepBlockMs: 25 * MINUTE, items: NO_ITEMS };
const TODAY = '2026-03-05';

const isWork = (signal: Signal) => signal.kind === 'edit' && signal.origin !== 'program';

async function recordOf(signals: readonly Signal[]) {
  const store = await openStore(':memory:');
  const recorder = new Recorder({ write: batch => store.write(batch), offsetAt: () => 0 });
  for (const signal of signals) recorder.record(signal);
  recorder.flush();
  return { store, calendar };
}

function ruleOf(when: Condition): Rule {
  return {
    ...{ id: 'mine/rule', description: '', kind: 'switching', reason: '', source: '', level: 'panel' },
    ...{ when, message: '' },
  };
}

/** What a rule finds in a log, each with the filter that leads to what is behind it. */
function foundIn(signals: readonly Signal[], when: Condition) {
  const log = new WorkLog();
  log.signals.push(...signals);
  log.now = signals.at(-1)?.at ?? log.now;
  const rule = ruleOf(when);
  const values = defaultValues(rule);
  return findingsIn(rule, { name: '', log }).map(finding => {
    const { evidence } = raisedOf(finding, { rule, level: 'panel', values }, item => item);
    const explained = withEvidence(
      { definition: '', terms: [], setting: null },
      evidence,
      { rule, values },
      calendar,
    );
    const filter = RECORD_FILTER.parse(explained.source?.filter);
    return { finding, filter };
  });
}

async function allRows(signals: readonly Signal[], filter: RecordFilter): Promise<RecordRow[]> {
  const record = await recordOf(signals);
  const days = [...daysBack(record, filter, TODAY)];
  return days.flatMap(day => readDayRows(record, day, filter, RULES));
}

describe('the rows behind a finding', function () {
  this.timeout(120_000);

  /** Of each finding in generated logs, among which some lie over midnight. */
  const check = async (
    when: Condition,
    compare: (finding: Finding, rows: readonly RecordRow[]) => void,
    numRuns = 25,
  ) => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(signalLogs(120), async signals => {
        // Rules know no named times, and a record begins with its first work.
        const first = signals.findIndex(isWork);
        if (first < 0) return;
        const log = signals.slice(first).filter(({ kind }) => kind !== 'away');
        for (const { finding, filter } of foundIn(log, when)) {
          found++;
          compare(finding, await allRows(log, filter));
        }
      }),
      { numRuns },
    );
    assert.ok(found > 0);
  };

  it('are the switches that were counted, but for one that was none yet', () =>
    check({ count: 'switch', over: '20m', gte: 2 }, ({ value, window }, rows) => {
      const settled = rows.filter(({ start }) => start < window.end - DETOUR).length;
      assert.ok(settled <= value && value <= rows.length, `${settled} ${value} ${rows.length}`);
      assert.ok(rows.every(({ kind }) => kind === 'switch'));
    }));

  it('are the stretches of edits that were counted', () =>
    check({ count: 'edit', over: '30m', gte: 2 }, ({ value }, rows) => {
      assert.equal(rows.length, value);
    }));

  it('are those of one document, where that is what it is about', () =>
    check({ count: 'edit', by: 'file', over: '30m', gte: 2 }, ({ value, group }, rows) => {
      assert.equal(rows.length, value);
      const files = rows.map(({ project, path }) => (project === null ? path : `${project}/${path}`));
      assert.deepEqual([...new Set(files)], group);
    }));

  it('are the ends of runs that were counted, by project, kind and how they ended', () =>
    check(
      { count: 'run', where: { kind: ['test', 'build'] }, by: ['project', 'kind'], over: '2h', gte: 1 },
      ({ value, group }, rows) => {
        assert.equal(rows.length, value);
        assert.ok(rows.every(row => row.kind === 'event' && row.text.toLowerCase().startsWith(group![1]!)));
      },
    ));

  it('are of as many projects as were counted', () =>
    check({ distinct: 'project', of: 'edit', over: '30m', gte: 2 }, ({ value }, rows) => {
      assert.equal(new Set(rows.map(({ project }) => project).filter(each => each !== null)).size, value);
    }));

  it('hold as much active time as was added up, over midnight too', () =>
    check({ sum: 'ms', of: 'activeTime', over: '30m', gte: '10m' }, ({ value }, rows) => {
      const ms = rows.reduce((sum, row) => sum + (row.kind === 'span' ? row.countedMs : 0), 0);
      assert.equal(ms, value);
    }));

  it('are those since what began the count anew', async () => {
    const log = new WorkLog();
    log.type(5).run('test', 1).type(3).run('test', 0).type(3);
    for (let i = 0; i < 3; i++) log.run('test', 1).type(2);
    const when: Condition = {
      ...{ count: 'run', where: { result: 'failed' }, over: '2h', gte: 3 },
      resetBy: [{ of: 'run', where: { result: 'passed' } }],
    };
    const [found] = foundIn(log.type(10).signals, when);
    const rows = await allRows(log.signals, found?.filter ?? {});
    assert.deepEqual(
      rows.map(row => row.kind === 'event' && row.text),
      Array<string>(3).fill('Test task ended, code 1'),
    );
  });

  it('are shown so many at first, the newest first, with how many there are', async () => {
    const log = new WorkLog(MONDAY).alternate(12, 19, (each, turn) =>
      each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(0.5),
    );
    const record = await recordOf(log.type(5).signals);
    const filter = { kinds: ['switch' as const] };
    const ports = { rules: RULES, today: TODAY, yieldTurn: () => Promise.resolve() };
    const { days, count } = await firstRows(record, filter, ports);
    assert.deepEqual([count, days.length, days[0]?.rows.length], [12, 1, 8]);
    assert.equal(days[0]?.rows[0]?.start, MONDAY + 19 * MINUTE);
  });

  it('of a long time are not counted to the end', async () => {
    const signals = Array.from(
      { length: 45 },
      (_, i) => new WorkLog(MONDAY + (i - 45) * 24 * 60 * MINUTE).type(1).signals,
    ).flat();
    const ports = { rules: RULES, today: TODAY, yieldTurn: () => Promise.resolve() };
    const { days, count } = await firstRows(await recordOf(signals), {}, ports);
    assert.deepEqual([count, days.length], [null, 8]);
  });
});
