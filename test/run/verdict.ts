import { NOTHING, type Tally } from './tally.ts';

/** What all attempts at a step come to. */
export interface Verdict {
  readonly tally: Tally;
  /** What a reader of the numbers alone would miss. */
  readonly remark?: string;
}

/** The last attempt counts, so each test counts once; that an earlier one failed is told. */
export function verdictOn(attempts: readonly Tally[]): Verdict {
  const tally = attempts.at(-1) ?? NOTHING;
  if (attempts.length < 2) return { tally };
  const times = attempts.length === 2 ? 'once' : `${attempts.length - 1} times`;
  const end = isGood(tally) ? 'passed' : 'failed again';
  return { tally, remark: `failed ${times}, ${end} when run again` };
}

export function isGood(tally: Tally): boolean {
  return tally.failed === 0;
}
