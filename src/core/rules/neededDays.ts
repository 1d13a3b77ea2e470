import { groupsOf, readyOver } from './measures/makeMeter.ts';
import type { RuleTime } from './measures/meter.ts';
import type { OptionValues } from './options.ts';
import type { ReadyRule } from './readyRule.ts';
import type { Condition, Counted, Figured } from './rule.ts';
import { BASELINE_DAYS, comparatorOf, isPercentile, LEAST_DAYS } from './threshold.ts';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** How much record the windows of a rule need. Those under a day are looked at from the first minute on. */
export interface Need {
  /** Whole days. */
  readonly days: number;
  /** One of them is the week: a week that began before the record is not looked at. */
  readonly isOfWeek: boolean;
}

export function needOf(conditions: readonly Condition[], values: OptionValues): Need {
  const overs = conditions.flatMap(oversOf).map(over => readyOver(over, values));
  const longest = Math.max(0, ...overs.filter(over => typeof over === 'number'));
  return { days: longest < DAY_MS ? 0 : Math.ceil(longest / DAY_MS), isOfWeek: overs.includes('week') };
}

/** How many days of record are missing. `since`: when it began. */
export function missingDays(
  { days, isOfWeek }: Need,
  since: number,
  time: Pick<RuleTime, 'now' | 'weekStart'>,
): number {
  const { now, weekStart } = time;
  const forWindow = Math.ceil(days - (now - since) / DAY_MS);
  // On its first day a week is as good as whole.
  const isPart = isOfWeek && since - weekStart >= DAY_MS;
  const forWeek = isPart ? Math.ceil((weekStart - now) / DAY_MS) + WEEK_DAYS : 0;
  return Math.max(0, forWindow, forWeek);
}

/** What of a record says whether rules have enough of it. */
export interface RecordSoFar extends Pick<RuleTime, 'now' | 'weekStart'> {
  /** When it began; epoch milliseconds. */
  readonly since: number;
  /** When each day before today began on which anything happened, of those that a percentile is told from. */
  readonly pastDays: readonly number[];
}

/** How many more days of record a rule needs before it says anything, as the engine comes to say it; 0: none. */
export function neededDays({ rule, values }: Pick<ReadyRule, 'rule' | 'values'>, so: RecordSoFar): number {
  const conditions = 'all' in rule.when ? rule.when.all : [rule.when];
  const need = needOf(conditions, values);
  const isOwn = conditions.some(condition => isPercentile(condition[comparatorOf(condition)]));
  const whole = so.since + need.days * DAY_MS;
  const counted = so.pastDays.filter(start => start + DAY_MS > whole).length;
  return missingDays(need, so.since, so) + (isOwn ? Math.max(0, LEAST_DAYS - counted) : 0);
}

/**
 * How many days before a time the record has a part in what a rule says of it; Infinity: all of it. Time used by items does not
 * count, since it is known without the record.
 */
export function reachDays({ rule, values }: Pick<ReadyRule, 'rule' | 'values'>): number {
  const conditions = 'all' in rule.when ? rule.when.all : [rule.when];
  const days = conditions.map(condition => {
    const windows = measuresOf(condition).map(measure => windowDays(condition, measure, values));
    // The days of a percentile have windows that reach back from them.
    const isOwn = isPercentile(condition[comparatorOf(condition)]);
    return Math.max(0, ...windows) + (isOwn ? BASELINE_DAYS + 1 : 0);
  });
  return Math.max(...days);
}

function windowDays(condition: Condition, measure: Counted, values: OptionValues): number {
  if (isUsedByItem(condition, measure)) return 0;
  const over = readyOver(
    measure.over ?? ('over' in condition ? condition.over : undefined) ?? 'record',
    values,
  );
  if (over === 'record') return Infinity;
  if (over === 'week') return WEEK_DAYS;
  return over === 'day' ? 1 : Math.ceil(over / DAY_MS);
}

function isUsedByItem(condition: Condition, measure: Counted): boolean {
  const isActiveTime = 'sum' in measure && measure.sum === 'ms' && measure.of === 'activeTime';
  const isAll = measure.where === undefined && measure.resetBy === undefined;
  return isActiveTime && isAll && groupsOf(condition).join() === 'item';
}

function measuresOf(condition: Condition): Counted[] {
  const parts: readonly (Counted | Figured)[] = 'ratio' in condition ? condition.ratio : [condition];
  return parts.filter((part): part is Counted => !('figure' in part));
}

function oversOf(condition: Condition) {
  const parts = 'ratio' in condition ? [condition, ...condition.ratio] : [condition];
  return parts.flatMap(part => ('over' in part && part.over !== undefined ? [part.over] : []));
}
