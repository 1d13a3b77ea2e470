import { countOf } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import type { Interval } from '../activity/interval.ts';
import { deepMs } from './measures.ts';

/** What some days came to, by one set of rules. Milliseconds. */
export interface RuleFigures {
  readonly activeMs: number;
  readonly deepMs: number;
}

/** What a change of the rules did to some days. */
export interface RuleChange {
  readonly days: number;
  readonly before: RuleFigures;
  readonly after: RuleFigures;
}

export function ruleFigures(
  days: readonly { readonly activeMs: number }[],
  blocks: readonly Interval[],
  deepBlockMs: number,
): RuleFigures {
  return { activeMs: days.reduce((sum, day) => sum + day.activeMs, 0), deepMs: deepMs(blocks, deepBlockMs) };
}

/** "Active time of the last 30 days: 82 h 10 before, 90 h 05 now." */
export function ruleChangeText({ days, before, after }: RuleChange): string {
  const span = `of the last ${countOf(days, 'day')}`;
  const changed = [
    { what: 'Active time', from: before.activeMs, to: after.activeMs },
    { what: 'Deep time', from: before.deepMs, to: after.deepMs },
  ].filter(({ from, to }) => from !== to);
  if (changed.length === 0) return `By the new setting the numbers ${span} are the same as before.`;
  return changed
    .map(
      ({ what, from, to }, index) =>
        `${what}${index === 0 ? ` ${span}` : ''}: ${formatDuration(from)} before, ${formatDuration(to)} now.`,
    )
    .join(' ');
}
