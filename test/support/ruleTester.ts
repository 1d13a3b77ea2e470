import assert from 'node:assert/strict';
import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { Session } from '../../src/core/focus/session.ts';
import type { Item } from '../../src/core/queue/item.ts';
import { RuleEngine } from '../../src/core/rules/engine.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { defaultValues } from '../../src/core/rules/options.ts';
import { readCustomRule } from '../../src/core/rules/readRules.ts';
import { GRID_MS, gridBefore, type RuleSurroundings } from '../../src/core/rules/record/input.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { FindingList } from '../../src/runtime/backtest.ts';
import { record } from './record.ts';
import type { WorkLog } from './workLog.ts';

/** A log, and what there is beside it. */
export interface RuleCase {
  readonly name: string;
  readonly log: WorkLog;
  readonly items?: readonly Item[];
  readonly sessions?: readonly Session[];
  /** In place of the defaults: numbers, times in milliseconds. */
  readonly options?: Readonly<Record<string, number>>;
  readonly surroundings?: Partial<RuleSurroundings>;
}

export interface FiringCase extends RuleCase {
  /** What is to be found, in order: of each finding what is named. */
  readonly findings: readonly Partial<Finding>[];
}

/** As ESLint's RuleTester: `valid` logs find nothing, `invalid` ones find what they say. One test for each. */
export function testRule(
  rule: Rule,
  { valid, invalid }: { readonly valid: readonly RuleCase[]; readonly invalid: readonly FiringCase[] },
): void {
  describe(rule.id, () => {
    it('is in the form that users write', () => {
      assert.deepEqual(readCustomRule(JSON.parse(JSON.stringify(rule))).faults, []);
    });
    for (const each of valid) {
      it(`finds nothing in ${each.name}`, () => {
        assert.deepEqual(findingsIn(rule, each), []);
      });
    }
    for (const each of invalid) {
      it(`finds ${each.name}`, () => {
        const found = findingsIn(rule, each);
        assert.equal(found.length, each.findings.length, JSON.stringify(found));
        each.findings.forEach((wanted, i) => {
          assert.deepEqual({ ...found[i], ...wanted }, found[i]);
        });
      });
    }
  });
}

/** What a rule finds in a log. Days are UTC days. */
export function findingsIn(rule: Rule, { log, items, sessions, options, surroundings }: RuleCase): Finding[] {
  const slice = record(log.signals);
  const found = new FindingList();
  const first = slice.spans[0]?.start ?? log.now;
  const calendar = zoneCalendar('UTC');
  const start = calendar.dayAt(first).start;
  const values = { ...defaultValues(rule), ...options };
  const engine = new RuleEngine(
    [{ rule, level: 'panel', values }],
    start,
    {
      calendar,
      idleAfterMs: 5 * GRID_MS,
      deepBlockMs: 25 * GRID_MS,
      weeklyPlanMs: 0,
      recordedSince: first,
      hours: null,
      item: null,
      usedBefore: new Map(),
      ...surroundings,
    },
    {
      onTransition: transition => {
        found.add(transition);
      },
      onFailure: (_, error) => {
        throw error;
      },
    },
  );
  const queue = new Map(items?.map(item => [item.id, item]));
  engine.advance({ ...slice, sessions: sessions ?? [], items: queue }, gridBefore(log.now) + 10 * GRID_MS);
  engine.finish();
  return found.from(-Infinity);
}
