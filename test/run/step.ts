import type { Tally } from './tally.ts';

/** One part of the test run, with its output shown as it comes. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}
