import assert from 'node:assert/strict';
import type { TrialState, TrialView } from '../../../src/core/messages/tuning.ts';
import { readSettings } from '../../../src/core/settings.ts';
import type { NudgeTrial } from '../../../src/runtime/nudgeTrial.ts';
import type { TrialWatch } from '../../../src/runtime/trialDays.ts';
import { TrialDesk } from '../../../src/vscode/tuning/trialDesk.ts';

const DONE: TrialState = { kind: 'done', dates: [], before: null, after: null, rows: [] };

interface Underway {
  readonly watch: TrialWatch;
  readonly finish: (state: TrialState | null) => void;
}

/** Trials that end when a test says so. */
function makeDesk() {
  const underway: Underway[] = [];
  const sent: TrialView[] = [];
  const trial: Pick<NudgeTrial, 'run'> = {
    run: (_, watch) =>
      new Promise(resolve => {
        underway.push({ watch, finish: resolve });
      }),
  };
  const desk = new TrialDesk({
    trial: trial as NudgeTrial,
    settings: () => readSettings(() => undefined).settings,
    send: view => sent.push(view),
    onFailure: what => assert.fail(what),
  });
  return { desk, underway, sent };
}

describe('a desk for trials', () => {
  it('gives up what was under way when something else is asked for', async () => {
    const { desk, underway, sent } = makeDesk();
    const first = desk.run(1, 'a/one', null);
    const second = desk.run(2, 'a/one', null);
    assert.deepEqual(
      underway.map(({ watch }) => watch.isAborted()),
      [true, false],
    );
    underway[0]?.finish(DONE);
    underway[1]?.finish(DONE);
    await Promise.all([first, second]);
    assert.deepEqual(sent, [{ turn: 2, state: DONE }]);
  });

  it('stops what has told nothing yet, whatever was found before', async () => {
    const { desk, underway, sent } = makeDesk();
    const first = desk.run(1, 'a/one', null);
    underway[0]?.finish(DONE);
    await first;
    void desk.run(2, 'a/one', null);
    desk.stop();
    assert.equal(underway[1]?.watch.isAborted(), true);
    assert.deepEqual(sent.at(-1), { turn: 2, state: { kind: 'stopped' } });
  });

  it('leaves what was found to be seen where nothing is under way', async () => {
    const { desk, underway, sent } = makeDesk();
    const first = desk.run(1, 'a/one', null);
    underway[0]?.finish(DONE);
    await first;
    desk.stop();
    desk.sendAgain();
    assert.deepEqual(sent.at(-1), { turn: 1, state: DONE });
  });
});
