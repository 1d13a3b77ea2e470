import assert from 'node:assert/strict';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { NO_BREAK } from '../../../../src/core/rules/builtIn/noBreak.ts';
import { PING_PONG } from '../../../../src/core/rules/builtIn/pingPong.ts';
import { TWO_FILES } from '../../../../src/core/rules/builtIn/twoFiles.ts';
import { evidenceOf } from '../../../../src/core/rules/evidence.ts';
import { defaultValues } from '../../../../src/core/rules/options.ts';
import type { Rule } from '../../../../src/core/rules/rule.ts';
import { record } from '../../../support/record.ts';
import { findingsIn } from '../../../support/ruleTester.ts';
import { MONDAY, WorkLog } from '../../../support/workLog.ts';

const MINUTE = 60_000;

/** What is behind the first finding in a log. */
function behind(rule: Rule, log: WorkLog) {
  const [finding] = findingsIn(rule, { name: '', log });
  assert.ok(finding);
  const portion = { ...record(log.signals), sessions: [], items: new Map() };
  return evidenceOf({ rule, values: defaultValues(rule) }, finding, portion, {
    ...{ calendar: zoneCalendar('UTC'), idleAfterMs: 5 * MINUTE, deepBlockMs: 25 * MINUTE, weeklyPlanMs: 0 },
    ...{ recordedSince: MONDAY, hours: null, item: null, usedBefore: new Map() },
  });
}

describe('the evidence of a finding', () => {
  it('is as much as the finding counts', () => {
    const log = new WorkLog().alternate(12, 19, (each, turn) =>
      each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(0.5),
    );
    const switches = behind(PING_PONG, log);
    assert.equal(switches.length, 12);
    assert.deepEqual(
      switches.slice(0, 2).map(({ project }) => project),
      ['shop', 'blog'],
    );
  });

  it('is of the group that the finding is about', () => {
    const log = new WorkLog()
      .alternate(6, 2, (each, turn) => each.type(0.2, turn % 2 ? 'c.ts' : 'd.ts'))
      .alternate(18, 7, (each, turn) => each.type(0.2, turn % 2 ? 'a.ts' : 'b.ts'));
    const changes = behind(TWO_FILES, log);
    assert.deepEqual([...new Set(changes.map(({ files }) => files))], ['shop/a.ts\nshop/b.ts']);
  });

  it('joins active time that goes on, from where it began to count', () => {
    const log = new WorkLog().type(30).rest(10).type(50).read(45, 'b.ts');
    assert.deepEqual(
      behind(NO_BREAK, log).map(({ file, activity, at, ms }) => [
        file,
        activity,
        (at - MONDAY) / MINUTE,
        ms / MINUTE,
      ]),
      [
        ['shop/a.ts', 'coding', 40, 50],
        ['shop/b.ts', 'reading', 90, 45],
      ],
    );
  });
});
