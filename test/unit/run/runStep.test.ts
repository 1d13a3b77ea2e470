import assert from 'node:assert/strict';
import { runStep } from '../../run/runStep.ts';
import type { Step } from '../../run/step.ts';
import { ONE_FAILED, ONE_PASSED, type Tally } from '../../run/tally.ts';

describe('running a step', () => {
  const said: unknown[] = [];
  const { log, error } = console;
  beforeEach(() => {
    said.length = 0;
    console.log = (line: unknown) => said.push(line);
    console.error = console.log;
  });
  afterEach(() => {
    Object.assign(console, { log, error });
  });

  /** A step that comes to these results, one after the other, and how often it was run. */
  const stepOf = (
    results: readonly (Tally | Error)[],
    attempts?: number,
  ): { step: Step; runs: () => number } => {
    let runs = 0;
    const run = (): Promise<Tally> => {
      const result = results[runs++] ?? ONE_FAILED;
      return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
    };
    return { step: { name: 'ui a', run, ...(attempts === undefined ? {} : { attempts }) }, runs: () => runs };
  };

  it('is done once it has passed', async () => {
    const { step, runs } = stepOf([ONE_PASSED, ONE_FAILED], 2);
    assert.deepEqual(await runStep(step), { tally: ONE_PASSED });
    assert.equal(runs(), 1);
  });

  it('is done after a failure, unless the step may be run again', async () => {
    const { step, runs } = stepOf([ONE_FAILED, ONE_PASSED]);
    assert.deepEqual(await runStep(step), { tally: ONE_FAILED });
    assert.equal(runs(), 1);
  });

  it('takes another attempt after a failure, and says so', async () => {
    const { step, runs } = stepOf([ONE_FAILED, ONE_PASSED], 2);
    assert.deepEqual((await runStep(step)).tally, ONE_PASSED);
    assert.equal(runs(), 2);
    assert.ok(said.includes('--- ui a: failed, and is run again'));
    assert.match(
      String(said.at(-1)),
      /^--- ui a: 1 passed, 0 failed in .* s; failed once, passed when run again$/,
    );
  });

  it('ends with the last attempt that it has', async () => {
    const { step, runs } = stepOf([ONE_FAILED, ONE_FAILED, ONE_PASSED], 2);
    assert.deepEqual((await runStep(step)).tally, ONE_FAILED);
    assert.equal(runs(), 2);
  });

  it('takes what throws as failed', async () => {
    const { step } = stepOf([new Error('no editor')]);
    assert.deepEqual(await runStep(step), { tally: ONE_FAILED });
    assert.ok(said.some(line => String(line).includes('no editor')));
  });
});
