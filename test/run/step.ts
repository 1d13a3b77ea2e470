import type { Tally } from './tally.ts';

/** One part of the test run, with its output shown as it comes. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<Tally>;
  /** How often it may be run until it passes; once if left out. What drives a whole editor may fail by chance. */
  readonly attempts?: number;
}
