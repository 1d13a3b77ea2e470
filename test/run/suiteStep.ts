import fs from 'node:fs';
import path from 'node:path';
import { TEST_RESULTS } from '../vscode/paths.ts';
import type { Step } from './step.ts';
import { TALLY_FILE } from './tallyReporter.ts';
import { addTallies, ONE_FAILED, readTally, type Tally } from './tally.ts';

/**
 * A mocha suite, each test counting as one. `run` starts it with the given environment, in which the suite finds where
 * to leave its tally, and answers its exit code. A suite that ends badly, or in which nothing ran, never counts as good.
 */
export function suiteStep(name: string, run: (environment: NodeJS.ProcessEnv) => Promise<number>): Step {
  const file = path.join(TEST_RESULTS, `${name.replaceAll(' ', '-')}.json`);
  return {
    name,
    run: async () => {
      fs.rmSync(file, { force: true });
      const code = await run({ [TALLY_FILE]: file });
      return judge(name, code, readTally(file));
    },
  };
}

function judge(name: string, code: number, tally: Tally | undefined): Tally {
  if (tally === undefined) {
    console.error(`${name}: ended with ${code} before it had a result`);
    return ONE_FAILED;
  }
  if (tally.passed + tally.failed === 0) {
    console.error(`${name}: no test ran`);
    return addTallies(tally, ONE_FAILED);
  }
  if (code !== 0 && tally.failed === 0) {
    console.error(`${name}: ended with ${code} although no test failed`);
    return addTallies(tally, ONE_FAILED);
  }
  return tally;
}
