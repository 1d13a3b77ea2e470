import { countOf, formatCount } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import type { Finding } from './finding.ts';
import { filledIn, type OptionValues } from './options.ts';
import type { ReadyRule } from './readyRule.ts';
import { filesOf } from './record/fileNames.ts';
import { CALENDAR_WINDOWS, type Condition, type Rule } from './rule.ts';

/** What the values of a rule are: times in milliseconds, numbers of things, or parts of something. */
export type Unit = 'ms' | 'count' | 'share';

/** The condition that is shown. */
export function shownCondition({ when }: Pick<Rule, 'when'>): Condition {
  if (!('all' in when)) return when;
  const [first] = when.all;
  if (!first) throw new RangeError('A rule has a condition');
  return first;
}

export function unitOf(condition: Condition): Unit {
  if ('ratio' in condition) return 'share';
  if ('figure' in condition || 'longestGap' in condition || 'timeSince' in condition) return 'ms';
  return 'sum' in condition && (condition.sum === 'ms' || condition.sum === 'gap') ? 'ms' : 'count';
}

export function formatValue(value: number, unit: Unit): string {
  if (unit === 'ms') return formatDuration(value);
  return unit === 'share' ? `${formatCount(value * 100)} %` : formatCount(value);
}

/** Fills in what a rule says of a finding. `nameOf`: what an item of the queue is called. */
export function messageOf(
  { rule, values }: Pick<ReadyRule, 'rule' | 'values'>,
  finding: Pick<Finding, 'value' | 'threshold' | 'group'>,
  nameOf: (item: string) => string,
): string {
  const condition = shownCondition(rule);
  const unit = unitOf(condition);
  const words: Record<string, string> = {
    ...optionWords(rule, values),
    value: formatValue(finding.value, unit),
    count: formatValue(finding.value, unit),
    threshold: formatValue(finding.threshold, unit),
    over: overText(condition, values),
    group: groupText(condition, finding.group, nameOf),
  };
  return rule.message.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => (Object.hasOwn(words, name) ? words[name] : undefined) ?? whole,
  );
}

function optionWords({ options = {} }: Rule, values: OptionValues): Record<string, string> {
  const words = Object.entries(options).map(([name, option]) => {
    const value = values[name] ?? 0;
    return [name, typeof option.default === 'string' ? lengthWords(value) : formatCount(value)];
  });
  return Object.fromEntries(words) as Record<string, string>;
}

const CALENDAR_TEXT = { day: 'the day', week: 'the week', record: 'all' } as const;

function overText(condition: Condition, values: OptionValues): string {
  const over = 'figure' in condition ? 'record' : (condition.over ?? 'record');
  const name = CALENDAR_WINDOWS.find(known => known === over);
  return name ? CALENDAR_TEXT[name] : lengthWords(filledIn(over, values));
}

const HOUR_MS = 3_600_000;

/** A length that somebody has chosen: "20 min", "2 h", "7 days". What was measured has its minutes, as "2 h 00". */
function lengthWords(ms: number): string {
  if (ms === 0 || ms % HOUR_MS !== 0) return formatDuration(ms);
  const hours = ms / HOUR_MS;
  return hours % 24 === 0 && hours > 24 ? countOf(hours / 24, 'day') : `${hours} h`;
}

/** The names of the group, as short as they can be: of files the last part of their path. */
function groupText(
  { by = [] }: Condition,
  group: Finding['group'],
  nameOf: (item: string) => string,
): string {
  const kinds = typeof by === 'string' ? [by] : by;
  return (group ?? [])
    .map((part, i) => {
      if (kinds[i] === 'item') return nameOf(part);
      if (kinds[i] === 'file' || kinds[i] === 'files') return filesOf(part).map(lastOf).join(' and ');
      return part;
    })
    .join(', ');
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
