import Mocha from 'mocha';
import { writeTally } from './tally.ts';

/** Where the tally goes; without it the reporter is mocha's `spec`. */
export const TALLY_FILE = 'ANDON_TALLY_FILE';

/** Prints as mocha's `spec` does, and leaves the numbers in a file for the runner to add up. */
class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env[TALLY_FILE];
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      if (file !== undefined) writeTally(file, { passed: passes, failed: failures, skipped: pending });
    });
  }
}

export { TallyReporter };
// Mocha loads reporters by require(), which gives this name's value for the whole module.
export { TallyReporter as 'module.exports' };
