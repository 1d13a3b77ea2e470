import type { Finding } from './finding.ts';
import { groupName, Grouping } from './measures/grouping.ts';
import { groupsOf, ready, streamOfMeasure } from './measures/makeMeter.ts';
import { isSelected, type ReadySelector } from './measures/select.ts';
import { shownCondition } from './message.ts';
import type { ReadyRule } from './readyRule.ts';
import { gridBefore, type RulePortion, type RuleSurroundings } from './record/input.ts';
import { RecordReader } from './record/reader.ts';
import type { Counted, Figured } from './rule.ts';
import type { Occurrence } from './streams.ts';

/** So many occurrences are shown at most: the last ones. */
const MOST = 200;

/**
 * What is behind a finding: the occurrences that its first condition counted, in order. `portion` is the record of the finding's
 * window, from the minute in which it begins on.
 */
export function evidenceOf(
  { rule, values }: Pick<ReadyRule, 'rule' | 'values'>,
  finding: Pick<Finding, 'window' | 'group'>,
  portion: RulePortion,
  surroundings: RuleSurroundings,
): Occurrence[] {
  const condition = shownCondition(rule);
  if ('figure' in condition) return [];
  const grouping = new Grouping(groupsOf(condition));
  const selectors = countedIn(condition).map(measure =>
    ready({ of: streamOfMeasure(measure), where: measure.where }, values),
  );
  const found: Occurrence[] = [];
  const reader = new RecordReader(
    gridBefore(finding.window.start),
    { ...surroundings, usedBefore: new Map() },
    {
      wanted: new Set(selectors.map(({ of }) => of)),
      onOccurrence: occurrence => {
        if (isBehind(occurrence, finding, selectors, grouping)) addTo(found, occurrence);
      },
      onMinute: () => undefined,
      onLateMinute: () => undefined,
      onDay: () => undefined,
    },
  );
  reader.add(portion, finding.window.end);
  return found.slice(-MOST);
}

function countedIn(condition: Exclude<ReturnType<typeof shownCondition>, Figured>): Counted[] {
  if (!('ratio' in condition)) return [condition];
  return condition.ratio.filter((part): part is Counted => !('figure' in part));
}

function isBehind(
  occurrence: Occurrence,
  { window, group }: Pick<Finding, 'window' | 'group'>,
  selectors: readonly ReadySelector[],
  grouping: Grouping,
): boolean {
  if (occurrence.at < window.start || !selectors.some(selector => isSelected(selector, occurrence)))
    return false;
  return grouping.isNone || grouping.of(occurrence) === groupName(group ?? []);
}

/** Active time comes in minutes: what goes on is one. */
function addTo(found: Occurrence[], occurrence: Occurrence): void {
  const last = found.at(-1);
  if (last && isContinued(last, occurrence))
    found[found.length - 1] = { ...last, ms: last.ms + occurrence.ms };
  else found.push({ ...occurrence });
}

function isContinued(last: Occurrence, next: Occurrence): boolean {
  return (
    last.of === 'activeTime' &&
    next.of === 'activeTime' &&
    last.at + last.ms === next.at &&
    last.project === next.project &&
    last.file === next.file &&
    last.activity === next.activity &&
    last.item === next.item
  );
}
