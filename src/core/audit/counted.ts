import type { Fact, Tally } from '../activity/facts.ts';
import type { Span } from '../activity/span.ts';
import { isSelected, type ReadySelector } from '../rules/measures/select.ts';
import { factOccurrence, RunPairs, SpanOccurrences, tallyOccurrence } from '../rules/record/fromFacts.ts';
import { BLANK, type Occurrence } from '../rules/streams.ts';
import type { RecordFilter } from './filterSchema.ts';

/** Of a commit in a folder that is no project, the window's project is told. */
const NO_PROJECTS: ReadonlySet<string | null> = new Set();

/** Whether rules count a fact as a filter says. */
export function isFactCounted(filter: RecordFilter, fact: Fact): boolean {
  return isCountedAs(filter, () =>
    fact.kind === 'task' || fact.kind === 'terminal'
      ? new RunPairs().occurrence(fact)
      : factOccurrence(fact, NO_PROJECTS),
  );
}

export function isTallyCounted(filter: RecordFilter, tally: Tally): boolean {
  return isCountedAs(filter, () => tallyOccurrence(tally));
}

export function isSpanCounted(filter: RecordFilter, span: Span): boolean {
  return isCountedAs(filter, () => new SpanOccurrences().occurrence(span));
}

/** `project`: what was changed to. */
export function isSwitchCounted(filter: RecordFilter, project: string | null, at: number): boolean {
  return isCountedAs(filter, () => ({ ...BLANK, of: 'switch', at, project }));
}

function isCountedAs({ countedAs }: RecordFilter, occurrence: () => Occurrence | null): boolean {
  if (!countedAs) return true;
  const found = occurrence();
  // A name that no stream or field has selects nothing.
  return found !== null && isSelected({ ...countedAs, amounts: [] } as ReadySelector, found);
}
