import { runNode } from './runNode.ts';
import type { Step } from './step.ts';
import { ONE_FAILED, ONE_PASSED } from './tally.ts';

/** Commands that must all succeed; together they count as one. */
export function checkStep(name: string, ...commands: readonly [string, ...string[]][]): Step {
  return {
    name,
    run: async () => {
      let isClean = true;
      for (const [script, ...args] of commands) {
        if ((await runNode(script, args)) !== 0) isClean = false;
      }
      return isClean ? ONE_PASSED : ONE_FAILED;
    },
  };
}
