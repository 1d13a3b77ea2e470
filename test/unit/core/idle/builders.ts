import type { AwayKind } from '../../../../src/core/activity/signal.ts';
import type { Span } from '../../../../src/core/activity/span.ts';
import type { DayPiece } from '../../../../src/core/stats/day.ts';

export const MINUTE = 60_000;

/** A time of the day that the tests are about; in UTC. */
export const at = (time: string) => Date.parse(`2026-03-02T${time.padStart(5, '0')}:00Z`);

const SPAN = {} as Span;

export const active = (from: string, to: string): DayPiece => piece(from, to, SPAN, null);
export const named = (from: string, to: string, as: AwayKind = 'break'): DayPiece =>
  piece(from, to, null, as);

function piece(from: string, to: string, span: Span | null, as: AwayKind | null): DayPiece {
  return { start: at(from), end: at(to), span, as, isGap: false, item: null };
}
