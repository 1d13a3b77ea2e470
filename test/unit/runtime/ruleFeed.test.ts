import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Signal } from '../../../src/core/activity/signal.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { AFTER_MS, live } from '../../support/liveRules.ts';
import { replayLog } from '../../support/replayLog.ts';
import { findingsOf, SHORT_RULES, SHORT_SETTINGS } from '../../support/shortRules.ts';
import { signalLogs } from '../../support/signalArbitrary.ts';
import { WorkLog } from '../../support/workLog.ts';

const printed = (findings: readonly Finding[]) =>
  findings.map(({ rule, from, to, value, threshold }) => ({ rule, from, to, value, threshold }));

async function assertAgree(
  signals: readonly Signal[],
  everyMinutes: number,
  lateMs = 0,
): Promise<readonly Finding[]> {
  const { findings, store } = await live(signals, everyMinutes, { lateMs });
  try {
    const end = (signals.at(-1)?.at ?? 0) + AFTER_MS;
    assert.deepEqual(findings, await findingsOf(store, end));
    const replayed = await replayLog(signals, 'UTC', SHORT_SETTINGS);
    assert.deepEqual(replayed.findings, printed(findings));
  } finally {
    store.close();
  }
  return findings;
}

describe('findings', function () {
  this.timeout(120_000);

  it('are looked for by rules that can be read', () => {
    assert.deepEqual(SHORT_RULES.problems, []);
  });

  it('are the same live, in a replay of the log and in a backtest over its store', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        signalLogs(80),
        fc.constantFrom(1, 2, 7, 45),
        fc.constantFrom(0, 0, 9_000),
        async (signals, everyMinutes, lateMs) => {
          found += (await assertAgree(signals, everyMinutes, lateMs)).length;
        },
      ),
      { numRuns: 60 },
    );
    assert.ok(found > 100, `${found} findings: enough to tell something by`);
  });

  it('miss nothing that a window writes late', async () => {
    const log = new WorkLog().type(1.9).run('test', 1, 0.01).type(2.98).run('test', 1, 0.01).type(5);
    const findings = await assertAgree(log.signals, 1, 9_000);
    assert.ok(findings.some(({ rule }) => rule === 'stuck/failing-run'));
  });

  it('are the same for a day of everything', async () => {
    const log = new WorkLog()
      .item('i1')
      .type(30)
      .run('build', 1, 3)
      .run('test', 1, 2)
      .alternate(12, 15, (each, turn) => each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(0.5))
      .errors(2)
      .item('i2')
      .type(12)
      .rest(6)
      .read(25, 'b.ts')
      .commit()
      .edits(30, { origin: 'undo' })
      .until(19)
      .type(25);
    const findings = await assertAgree(log.signals, 1);
    assert.ok(new Set(findings.map(({ rule }) => rule)).size > 10);
  });
});
