import { readyOver } from './measures/makeMeter.ts';
import type { RuleTime } from './measures/meter.ts';
import type { OptionValues } from './options.ts';
import type { Condition } from './rule.ts';

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

function oversOf(condition: Condition) {
  const parts = 'ratio' in condition ? [condition, ...condition.ratio] : [condition];
  return parts.flatMap(part => ('over' in part && part.over !== undefined ? [part.over] : []));
}
