import type { Explanation, Term } from '../messages/numbers.ts';
import type { SettingKey } from '../settings.ts';
import { formatPercent } from '../stats/formats.ts';
import { countOf, formatCount } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import { isolate } from '../text/isolate.ts';
import type { Plan } from './nudge.ts';
import type { Comparator, Evidence, Unit } from './raised.ts';
import { HOW_TO_RESTORE, sayLowered, sayOccasion, type Wording } from './words.ts';

/** Why the rule is there, and who says so. */
export interface RuleGround {
  readonly reason: string;
  readonly source: string;
}

/** What a nudge shows when it is asked why. The spans behind it are those of `plan.evidence`: of its window and group. */
export function explainNudge(plan: Plan, ground: RuleGround, wording: Wording): Explanation {
  const { evidence, occasion } = plan;
  const terms: Term[] = [
    { label: `Measured: ${evidence.measure}`, value: formatUnit(evidence.value, evidence.unit) },
    { label: 'Told', value: thresholdText(evidence) },
    { label: 'Looked at', value: windowText(evidence, wording) },
    ...(evidence.group === null ? [] : [{ label: 'In', value: isolate(evidence.group) }]),
    { label: 'Shown now', value: nowText(plan, wording) },
    ...loweredTerms(plan, wording),
    { label: 'Source', value: ground.source },
  ];
  const setting: SettingKey | null = occasion === 'late' ? 'nudges.maxDefer' : null;
  return { definition: ground.reason, terms, setting };
}

/** "switches: 11; told from 8 on": the evidence in one line. */
export function evidenceLine(evidence: Evidence): string {
  return `${evidence.measure}: ${figuresLine(evidence)}`;
}

/** "11; told from 8 on": the evidence without a name, since a measure may be one of a project or a file. */
export function figuresLine(evidence: Evidence): string {
  return `${formatUnit(evidence.value, evidence.unit)}; told ${thresholdText(evidence)}`;
}

const BOUNDS: { readonly [C in Comparator]: (value: string) => string } = {
  gte: value => `from ${value} on`,
  gt: value => `above ${value}`,
  lte: value => `up to ${value}`,
  lt: value => `below ${value}`,
};

/** "from 8 on", "from 8 on, the 90th percentile of your last 30 days" */
function thresholdText({ threshold, unit, comparator, percentile }: Evidence): string {
  const bound = BOUNDS[comparator](formatUnit(threshold, unit));
  return percentile === null ? bound : `${bound}, the ${ordinal(percentile)} percentile of your last 30 days`;
}

const DAY_MS = 86_400_000;

/** "14:02 to 14:22", "7 days up to 14:22" */
export function windowText({ window }: Evidence, { clock }: Wording): string {
  const days = Math.round((window.end - window.start) / DAY_MS);
  return days === 0 ? clock.range(window) : `${countOf(days, 'day')} up to ${clock.time(window.end)}`;
}

/** "after a focus session, in which it was held back" */
function nowText({ occasion, isDigest }: Plan, wording: Wording): string {
  const now = sayOccasion(occasion, wording);
  return isDigest && occasion === 'sessionEnded' ? `${now}, in which it was held back` : now;
}

function loweredTerms({ lowered }: Plan, wording: Wording): Term[] {
  if (lowered.length === 0) return [];
  const term = { label: 'Shown there', value: sayLowered(lowered, wording) };
  return lowered.includes('demoted') ? [term, { label: 'To change that', value: HOW_TO_RESTORE }] : [term];
}

function formatUnit(value: number, unit: Unit): string {
  switch (unit) {
    case 'time':
      return formatDuration(Math.max(0, value));
    case 'count':
      return formatCount(value);
    case 'share':
      return formatPercent(value);
  }
}

const ENDINGS: { readonly [rule: string]: string } = { one: 'st', two: 'nd', few: 'rd' };
const ORDER = new Intl.PluralRules('en', { type: 'ordinal' });

function ordinal(n: number): string {
  return `${n}${ENDINGS[ORDER.select(n)] ?? 'th'}`;
}
