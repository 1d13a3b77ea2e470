import type { Step } from './step.ts';
import { formatTally, ONE_FAILED, type Tally } from './tally.ts';
import { isGood, verdictOn, type Verdict } from './verdict.ts';

/** Runs a step until it passes or has no attempts left, and says what it came to and how long it took. */
export async function runStep(step: Step): Promise<Verdict> {
  console.log(`\n=== ${step.name}`);
  const start = performance.now();
  const attempts = [await attempt(step)];
  while (!attempts.some(isGood) && attempts.length < (step.attempts ?? 1)) {
    console.log(`--- ${step.name}: failed, and is run again`);
    attempts.push(await attempt(step));
  }
  const verdict = verdictOn(attempts);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const remark = verdict.remark === undefined ? '' : `; ${verdict.remark}`;
  console.log(`--- ${step.name}: ${formatTally(verdict.tally)} in ${seconds} s${remark}`);
  return verdict;
}

function attempt(step: Step): Promise<Tally> {
  return step.run().catch((error: unknown) => {
    console.error(error);
    return ONE_FAILED;
  });
}
