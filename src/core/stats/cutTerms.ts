import type { Term } from '../messages/numbers.ts';
import { countOf } from '../text/count.ts';

/** Terms that one explanation lists; a day of two hundred languages is nobody's to read. */
const LISTED = 12;

/** What is left out of a list: "3 shorter ones". */
export interface LeftOut {
  readonly one: string;
  readonly many?: string;
}

/** The first ones, and how many were left out after them. */
export function firstTerms(terms: readonly Term[], leftOut: LeftOut): Term[] {
  if (terms.length <= LISTED) return [...terms];
  return [...terms.slice(0, LISTED - 1), leftOutTerm(terms.length - LISTED + 1, leftOut)];
}

/** The last ones, and how many were left out before them. */
export function lastTerms(terms: readonly Term[], leftOut: LeftOut): Term[] {
  if (terms.length <= LISTED) return [...terms];
  const hidden = terms.length - LISTED + 1;
  return [leftOutTerm(hidden, leftOut), ...terms.slice(hidden)];
}

function leftOutTerm(count: number, { one, many }: LeftOut): Term {
  return { label: `And ${countOf(count, one, many)}`, value: '' };
}
