import { assertNever } from '../assertNever.ts';
import { countOf } from '../text/count.ts';
import type { RuleStatus } from './finding.ts';

/** What can be said of a rule, as it stands after its name: "needs 3 more days of record". */
export function statusWords(status: RuleStatus): string {
  switch (status.kind) {
    case 'ready':
      return 'is at work';
    case 'needsDays':
      return `needs ${countOf(status.days, 'more day')} of record`;
    case 'failed':
      return 'has failed, and is off until it is changed or Andon is started again';
    default:
      return assertNever(status);
  }
}
