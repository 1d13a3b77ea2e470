import type { Finding } from '../rules/finding.ts';
import { groupsOf } from '../rules/measures/makeMeter.ts';
import { shownCondition, unitOf, type Unit as RuleUnit } from '../rules/message.ts';
import { filledIn } from '../rules/options.ts';
import type { ReadyRule } from '../rules/readyRule.ts';
import { filesOf } from '../rules/record/fileNames.ts';
import type { Condition } from '../rules/rule.ts';
import { comparatorOf } from '../rules/threshold.ts';
import { measureWords } from './measureWords.ts';
import type { Evidence, Raised, Unit } from './raised.ts';

/** Joins a finding that lasts with its rule. `nameOf`: what an item of the queue is called. */
export function raisedOf(
  finding: Finding,
  { rule, level, values }: ReadyRule,
  nameOf: (item: string) => string,
): Raised {
  return {
    rule: finding.rule,
    level,
    since: finding.from,
    cooldownMs: filledIn(rule.cooldown ?? 0, values),
    evidence: evidenceFrom(finding, shownCondition(rule), nameOf),
  };
}

function evidenceFrom(
  { value, threshold, window, group }: Finding,
  condition: Condition,
  nameOf: (item: string) => string,
): Evidence {
  const comparator = comparatorOf(condition);
  const limit = condition[comparator];
  return {
    measure: measureWords(condition),
    unit: UNITS[unitOf(condition)],
    value,
    threshold,
    comparator,
    percentile: typeof limit === 'object' && 'p' in limit ? limit.p : null,
    window,
    group: group && groupWords(condition, group, nameOf),
  };
}

const UNITS: { readonly [U in RuleUnit]: Unit } = { ms: 'time', count: 'count', share: 'share' };

/** What a finding is about, with whole names: they are read where there is room. */
function groupWords(
  condition: Condition,
  group: readonly string[],
  nameOf: (item: string) => string,
): string {
  const kinds = groupsOf(condition);
  return group
    .map((part, i) => {
      if (kinds[i] === 'item') return nameOf(part);
      return kinds[i] === 'files' ? filesOf(part).join(' and ') : part;
    })
    .join(', ');
}
