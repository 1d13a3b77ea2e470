import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { correctSpans, type Correction } from '../../../../src/core/activity/correction.ts';
import type { Signal } from '../../../../src/core/activity/signal.ts';
import { computeDays } from '../../../../src/core/stats/computeDays.ts';
import { activeBy, itemOf } from '../../../../src/core/stats/measures.ts';
import { summarizeDay } from '../../../../src/core/stats/summary.ts';
import { CORRECTIONS } from '../../../support/corrections.ts';
import { record } from '../../../support/record.ts';
import { referenceDays, type RefSpan } from '../../../support/reference.ts';
import { signalLogs } from '../../../support/signalArbitrary.ts';
import { edit, queue } from '../../../support/signals.ts';

const DEEP_MS = 600_000;
const IDLE_MS = 300_000;
const NOON = Date.parse('2026-03-02T12:00:00Z');
const MINUTE = 60_000;

type CorrectionAt = (index: number) => Correction | undefined;

/** The days of a log whose spans, in their order, are corrected. */
function daysOf(signals: readonly Signal[], correctionAt: CorrectionAt) {
  const slice = record(signals);
  const order = new Map(slice.spans.map((span, index) => [span.id, index]));
  const spans = correctSpans(slice.spans, ({ id }) => correctionAt(order.get(id) ?? -1));
  return computeDays({ ...slice, spans }, zoneCalendar('UTC'), { idleAfterMs: IDLE_MS });
}

function correctReference(spans: readonly RefSpan[], correctionAt: CorrectionAt): RefSpan[] {
  return spans.flatMap((span, index) => {
    const { isHidden, project, item } = correctionAt(index) ?? {};
    if (isHidden) return [];
    return [
      { ...span, ...(project === undefined ? {} : { project }), ...(item === undefined ? {} : { item }) },
    ];
  });
}

const overAndOver = (corrections: readonly Correction[]) => (index: number) =>
  corrections[index % corrections.length];

const total = (sums: Readonly<Record<string, number>>) => Object.values(sums).reduce((a, b) => a + b, 0);
const none = { isHidden: false, project: undefined, item: undefined };

describe('corrected spans', function () {
  this.timeout(60_000);

  it('come to what a brute-force reading of the definitions makes of them', () => {
    fc.assert(
      fc.property(signalLogs(50), CORRECTIONS, (signals, corrections) => {
        const correctionAt = overAndOver(corrections);
        assert.deepEqual(
          daysOf(signals, correctionAt).map(day => summarizeDay(day, DEEP_MS)),
          referenceDays(signals, IDLE_MS, DEEP_MS, spans => correctReference(spans, correctionAt)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('give every active millisecond to one activity and one project, whatever is said of them', () => {
    fc.assert(
      fc.property(signalLogs(), CORRECTIONS, (signals, corrections) => {
        for (const day of daysOf(signals, overAndOver(corrections))) {
          const { byActivity, byProject } = summarizeDay(day, DEEP_MS);
          assert.equal(total(byActivity), day.activeMs);
          assert.equal(total(byProject), day.activeMs);
        }
      }),
    );
  });

  const log = [
    edit(NOON),
    edit(NOON + 20_000),
    edit(NOON + 3 * MINUTE, { window: 'w2' }),
    edit(NOON + 3 * MINUTE + 20_000, { window: 'w2' }),
    edit(NOON + 6 * MINUTE),
    edit(NOON + 6 * MINUTE + 20_000),
  ];

  it('take the pause after them along when they are deleted', () => {
    const before = daysOf(log, () => undefined)[0];
    const [day] = daysOf(log, index => (index === 1 ? { ...none, isHidden: true } : undefined));
    assert.equal(before?.activeMs, 6 * MINUTE + 20_000);
    // From 20 s to 6 min nobody was there for longer than the idle rule.
    assert.equal(day?.activeMs, 40_000);
    assert.equal(day.idleMs, 5 * MINUTE + 40_000);
    assert.deepEqual(day.edits, before.edits);
  });

  it('give all their time, with the pause after it, to the item that is said', () => {
    const withClock = [queue(NOON, 'a', 'start'), ...log.slice(0, 3), queue(NOON + 4 * MINUTE, 'b', 'start')];
    const [day] = daysOf([...withClock, ...log.slice(3)], index =>
      index === 1 ? { ...none, item: 'given' } : undefined,
    );
    const ms = activeBy(day?.pieces ?? [], itemOf);
    assert.deepEqual(Object.fromEntries(ms), { a: 3 * MINUTE, given: 3 * MINUTE, b: 20_000 });
  });
});
