import assert from 'node:assert/strict';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { RuleEngine } from '../../../../src/core/rules/engine.ts';
import type { Transition } from '../../../../src/core/rules/finding.ts';
import { readRules } from '../../../../src/core/rules/readRules.ts';
import { gridBefore } from '../../../../src/core/rules/record/input.ts';
import { record } from '../../../support/record.ts';
import { MONDAY, WorkLog } from '../../../support/workLog.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const calendar = zoneCalendar('UTC');

const commits = (made: object) => ({
  id: 'mine/commits',
  when: { count: 'git', over: '10m', gte: 2 },
  message: '{count}',
  ...made,
});

/** What custom rules say of a log. */
function run(log: WorkLog, customRules: readonly object[]) {
  const { rules, problems } = readRules({ rules: {}, customRules });
  assert.deepEqual(problems, []);
  const slice = record(log.signals);
  const since = slice.spans[0]?.start ?? 0;
  const transitions: Transition[] = [];
  const failures: string[] = [];
  const engine = new RuleEngine(
    rules.filter(({ rule }) => rule.id.startsWith('mine/')),
    calendar.dayAt(since).start,
    {
      ...{
        calendar,
        idleAfterMs: 5 * MINUTE,
        deepBlockMs: 25 * MINUTE,
        weeklyPlanMs: 0,
        recordedSince: since,
      },
      ...{ hours: null, item: null, usedBefore: new Map() },
    },
    { onTransition: each => transitions.push(each), onFailure: rule => failures.push(rule) },
  );
  engine.advance({ ...slice, sessions: [], items: new Map() }, gridBefore(log.now) + 10 * MINUTE);
  return { transitions, failures, engine };
}

const steps = ({ transitions }: ReturnType<typeof run>) =>
  transitions.map(({ at, to }) => [to, (at - MONDAY) / MINUTE]);

describe('a rule at work', () => {
  it('pends, fires and is resolved', () => {
    const log = new WorkLog().type(1).commit().commit().type(30);
    assert.deepEqual(steps(run(log, [commits({ for: '3m' })])), [
      ['pending', 2],
      ['firing', 5],
      ['resolved', 11],
    ]);
  });

  it('is dropped where the condition does not hold for long enough', () => {
    const log = new WorkLog().type(1).commit().commit().type(30);
    assert.deepEqual(steps(run(log, [commits({ for: '15m' })])), [
      ['pending', 2],
      ['dropped', 12],
    ]);
  });

  it('outlasts a break of the condition that is short enough', () => {
    const log = new WorkLog().type(1).commit().commit().type(13).commit().commit().type(30);
    assert.deepEqual(steps(run(log, [commits({ keepFiringFor: '5m' })])), [
      ['pending', 2],
      ['firing', 2],
      ['resolved', 24],
    ]);
    assert.equal(run(log, [commits({})]).transitions.filter(({ to }) => to === 'firing').length, 2);
  });

  it('does not fire again before its cooldown is over, and then does where the condition still holds', () => {
    const log = new WorkLog().type(1).commit().commit().type(13).commit().commit().type(30);
    assert.deepEqual(steps(run(log, [commits({ cooldown: '18m' })])), [
      ['pending', 2],
      ['firing', 2],
      ['resolved', 11],
      ['pending', 15],
      ['firing', 20],
      ['resolved', 24],
    ]);
  });

  it('holds its peace while it is inhibited', () => {
    const log = new WorkLog().type(1).debug('start').commit().commit().type(4).debug('stop').type(20);
    assert.deepEqual(steps(run(log, [commits({ inhibitedBy: ['debugging'] })])), [
      ['pending', 6],
      ['firing', 6],
      ['resolved', 11],
    ]);
  });

  it('is resolved when nobody is there any more', () => {
    const log = new WorkLog().type(1).commit().commit().type(2).rest(60).type(1);
    assert.deepEqual(steps(run(log, [commits({ when: { count: 'git', over: 'day', gte: 2 } })])), [
      ['pending', 2],
      ['firing', 2],
      ['resolved', 3],
      ['pending', 64],
      ['firing', 64],
      ['resolved', 64],
    ]);
  });

  it('tells of what went farthest, and where to look for it', () => {
    const log = new WorkLog().type(3).commit().commit().type(2).commit().type(30);
    const { finding } = run(log, [commits({})]).transitions.at(-1)!;
    assert.deepEqual(finding, {
      rule: 'mine/commits',
      from: MONDAY + 4 * MINUTE,
      to: MONDAY + 13 * MINUTE,
      value: 3,
      threshold: 2,
      group: null,
      window: { start: MONDAY, end: MONDAY + 6 * MINUTE },
    });
  });

  it('stays with the group that it fires for', () => {
    const log = new WorkLog()
      .alternate(5, 5, (each, turn) =>
        each
          .in({ project: turn < 3 ? 'shop' : 'blog' })
          .type(0.5)
          .commit(),
      )
      .type(20);
    const rule = commits({ when: { count: 'git', by: 'project', over: '10m', gte: 2 } });
    const { transitions } = run(log, [rule]);
    assert.deepEqual(
      transitions.filter(({ to }) => to === 'firing').map(({ finding }) => finding?.group),
      [['shop'], ['blog']],
    );
  });
});

describe('a rule that fails', () => {
  it('is told of and off, and the others go on', () => {
    const log = new WorkLog().type(1).commit().commit().type(30);
    const { rules } = readRules({ rules: {}, customRules: [commits({ id: 'mine/b' })] });
    const good = rules.at(-1)!;
    // No schema lets this through.
    const bad = {
      ...good,
      rule: { ...good.rule, id: 'mine/a', when: { ...good.rule.when, where: { kind: 3 } } },
    };
    const slice = record(log.signals);
    const failures: string[] = [];
    const fired: string[] = [];
    const engine = new RuleEngine(
      [bad as unknown as typeof good, good],
      calendar.dayAt(MONDAY).start,
      {
        ...{
          calendar,
          idleAfterMs: 5 * MINUTE,
          deepBlockMs: 25 * MINUTE,
          weeklyPlanMs: 0,
          recordedSince: MONDAY,
        },
        ...{ hours: null, item: null, usedBefore: new Map() },
      },
      {
        onTransition: ({ rule, to }) => to === 'firing' && fired.push(rule),
        onFailure: rule => failures.push(rule),
      },
    );
    engine.advance({ ...slice, sessions: [], items: new Map() }, gridBefore(log.now));
    assert.deepEqual(failures, ['mine/a']);
    assert.deepEqual(fired, ['mine/b']);
    assert.deepEqual(engine.status().get('mine/a'), { kind: 'failed' });
  });
});

describe('a rule that needs more record', () => {
  const days = (count: number) => {
    const log = new WorkLog();
    for (let day = 0; day < count; day++)
      log
        .until(10, day === 0 ? 0 : 1)
        .type(3)
        .commit()
        .type(10 + day);
    return log;
  };

  it('says how many days are missing, and finds nothing before', () => {
    const rule = commits({ when: { count: 'git', over: '7d', gte: 2 } });
    const early = run(days(3), [rule]);
    assert.deepEqual(early.engine.status().get('mine/commits'), { kind: 'needsDays', days: 5 });
    assert.deepEqual(early.transitions, []);
    const late = run(days(9), [rule]);
    assert.deepEqual(late.engine.status().get('mine/commits'), { kind: 'ready' });
    assert.ok(late.transitions.length > 0);
  });

  it('takes a percentile of as many days as it takes, of each the highest value', () => {
    const rule = commits({ when: { sum: 'ms', of: 'activeTime', over: 'day', gt: { p: 90 } } });
    assert.deepEqual(run(days(8), [rule]).engine.status().get('mine/commits'), {
      kind: 'needsDays',
      days: 3,
    });
    // Each day is a minute longer than the one before: of ten to nineteen and three minutes, the 90th percentile is 21.1.
    const fired = run(days(11), [rule]).transitions.filter(({ to }) => to === 'firing');
    assert.deepEqual(
      fired.map(({ finding }) => finding?.threshold),
      [21.1 * MINUTE],
    );
    assert.equal(fired[0]!.at > MONDAY + 10 * DAY, true);
  });

  it('takes no percentile of windows that began before the record', () => {
    const rule = commits({ when: { sum: 'ms', of: 'activeTime', over: '5d', gt: { p: 50 } } });
    const status = (count: number) => run(days(count), [rule]).engine.status().get('mine/commits');
    assert.deepEqual(status(3), { kind: 'needsDays', days: 13 });
    assert.deepEqual(status(12), { kind: 'needsDays', days: 4 });
    assert.deepEqual(status(17), { kind: 'ready' });
  });

  it('is never above what it is at least', () => {
    const when = { sum: 'ms', of: 'activeTime', over: 'day', gt: { p: 90, atLeast: '1h' } };
    assert.deepEqual(run(days(11), [commits({ when })]).transitions, []);
  });
});
