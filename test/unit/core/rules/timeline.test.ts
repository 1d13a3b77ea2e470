import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FactOf } from '../../../../src/core/activity/facts.ts';
import type { Interval } from '../../../../src/core/activity/interval.ts';
import type { Span } from '../../../../src/core/activity/span.ts';
import { layTimeline } from '../../../../src/core/activity/timeline.ts';
import { GrowingTimeline } from '../../../../src/core/rules/record/timeline.ts';
import { record } from '../../../support/record.ts';
import { signalLogs } from '../../../support/signalArbitrary.ts';

const IDLE_AFTER = 300_000;
const MINUTE = 60_000;

type Owned = Interval & { readonly id: number };

/** Pieces of one span that touch, as one. */
function joined(pieces: readonly Owned[]): Owned[] {
  const whole: Owned[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last?.id === piece.id && last.end === piece.start)
      whole[whole.length - 1] = { ...last, end: piece.end };
    else whole.push(piece);
  }
  return whole;
}

/** Lays out what grows: portions end at `cuts`, and hold spans as far as they had grown by then. */
function layGrowing(
  spans: readonly Span[],
  sleeps: readonly FactOf<'suspend'>[],
  cuts: readonly number[],
): Owned[] {
  const timeline = new GrowingTimeline(IDLE_AFTER, () => undefined);
  const pieces: Owned[] = [];
  let position = cuts[0] ?? 0;
  let from = -Infinity;
  for (const to of cuts.slice(1)) {
    // By the time a portion is read, spans have grown a little further than it reaches.
    const known = spans.filter(({ start, end }) => start < to && (start >= from || end >= from));
    timeline.add(
      known.map(span => ({ ...span, end: Math.min(span.end, to + 30_000) })),
      position,
    );
    while (position < to) {
      const piece = timeline.pieceAt(position, to, to, until => sleeps.filter(({ at }) => at <= until));
      if (!piece) break;
      assert.ok(piece.end > position, 'it goes on');
      if (piece.span) pieces.push({ start: piece.start, end: piece.end, id: piece.span.id });
      position = piece.end;
    }
    from = to;
  }
  return joined(pieces);
}

describe('a timeline that grows', function () {
  this.timeout(60_000);

  it('is in the end what is laid out of the whole record, however it comes', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(signalLogs(60), steps, (signals, minutes) => {
        const { spans, facts } = record(signals);
        const sleeps = facts.filter(fact => fact.kind === 'suspend');
        const whole = layTimeline({ spans, suspends: sleeps, aways: [] }, IDLE_AFTER)
          .filter(stretch => stretch.kind === 'active')
          .map(({ start, end, span }) => ({ start, end, id: span.id }));
        const start = Math.floor((spans[0]?.start ?? 0) / MINUTE) * MINUTE;
        const end = (signals.at(-1)?.at ?? 0) + 2 * IDLE_AFTER;
        const cuts = [start];
        for (let i = 0; (cuts.at(-1) ?? 0) < end; i++) {
          cuts.push((cuts.at(-1) ?? 0) + (minutes[i % minutes.length] ?? 1) * MINUTE);
        }
        assert.deepEqual(layGrowing(spans, sleeps, cuts), joined(whole));
      }),
      { numRuns: 200 },
    );
  });
});
