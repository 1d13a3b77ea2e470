import type { Fact, FactDetail, FactPlace, Tally } from '../../../src/core/activity/facts.ts';
import type { Span } from '../../../src/core/activity/span.ts';
import type { Batch } from '../../../src/store/batch.ts';

/** 2026-11-23, a Monday, 09:00 in UTC. */
export const NINE = Date.UTC(2026, 10, 23, 9);
export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const IDLE_AFTER = 5 * MINUTE;

export function span(overrides: Partial<Span> = {}): Span {
  const start = overrides.start ?? NINE;
  return {
    id: 0,
    window: 'w1',
    start,
    end: start + MINUTE,
    activity: 'coding',
    doc: { project: 'shop', path: 'src/cart.ts', language: 'typescript' },
    project: 'shop',
    branch: 'main',
    offset: 60,
    edits: 3,
    inserted: 20,
    deleted: 4,
    lulls: [],
    ...overrides,
  };
}

export function fact<D extends FactDetail>(
  at: number,
  detail: D,
  place: Partial<FactPlace> = {},
): FactPlace & D {
  return { at, window: 'w1', project: 'shop', branch: 'main', path: null, ...place, ...detail };
}

export function tally(overrides: Partial<Tally> = {}): Tally {
  return {
    from: NINE,
    window: 'w1',
    project: 'shop',
    path: 'src/cart.ts',
    language: 'typescript',
    branch: 'main',
    typed: 3,
    bulk: 1,
    program: 2,
    undo: 0,
    inserted: 40,
    deleted: 7,
    ...overrides,
  };
}

/** A batch of some rows that touches their time. */
export function batch(rows: { spans?: Span[]; facts?: Fact[]; tallies?: Tally[] }): Batch {
  const { spans = [], facts = [], tallies = [] } = rows;
  const starts = [...spans.map(s => s.start), ...facts.map(f => f.at), ...tallies.map(t => t.from)];
  const ends = [...spans.map(s => s.end), ...facts.map(f => f.at), ...tallies.map(t => t.from)];
  return { spans, facts, tallies, touched: { start: Math.min(...starts), end: Math.max(...ends) } };
}
