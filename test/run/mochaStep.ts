import { runNode } from './runNode.ts';
import type { Step } from './step.ts';
import { suiteStep } from './suiteStep.ts';

const MOCHA = 'node_modules/mocha/bin/mocha.js';

/** A suite that runs in Node itself; `args` are mocha's, files and options. */
export function mochaStep(name: string, args: readonly string[]): Step {
  const forbidOnly = process.env['CI'] === undefined ? [] : ['--forbid-only'];
  return suiteStep(name, environment =>
    runNode(MOCHA, ['--reporter', './test/run/tallyReporter.ts', ...forbidOnly, ...args], environment),
  );
}
