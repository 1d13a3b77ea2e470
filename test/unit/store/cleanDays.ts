import assert from 'node:assert/strict';
import { zoneCalendar, type LocalDay } from '../../../src/core/activity/calendar.ts';
import type { RecordSlice } from '../../../src/core/activity/facts.ts';
import type { Span } from '../../../src/core/activity/span.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import type { Batch } from '../../../src/store/batch.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, DAY, IDLE_AFTER } from './builders.ts';
import { BEGIN, ZONE, type RandomRecord } from './randomRecord.ts';

export const calendar = zoneCalendar(ZONE);
export const rules = { idleAfterMs: IDLE_AFTER };

export function seal(store: Store, bounds: LocalDay) {
  return store.sealDay(bounds, rules, slice =>
    computeDays(slice, calendar, rules).find(day => day.date === bounds.date),
  );
}

export type Known = { spans: Span[]; facts: RandomRecord['facts']; tallies: RandomRecord['tallies'] };

/** A record in four batches, any row in any of them: what comes late is the rule. `touched` speaks of spans and tallies only. */
export function partsOf({ spans, facts, tallies }: RandomRecord, roll: () => number): Batch[] {
  const parts = [0, 1, 2, 3].map(() => ({
    spans: [] as Span[],
    facts: [] as never[],
    tallies: [] as never[],
  }));
  const deal = (list: 'spans' | 'facts' | 'tallies', row: unknown) => {
    (parts[roll()]?.[list] as unknown[] | undefined)?.push(row);
  };
  for (const each of spans) deal('spans', each);
  for (const each of facts) deal('facts', each);
  for (const each of tallies) deal('tallies', each);
  return parts.map(part => ({ ...batch(part), touched: batch({ ...part, facts: [] }).touched }));
}

export function remember(known: Known, part: Batch, ids: readonly number[]): void {
  known.spans.push(...part.spans.map((each, i) => ({ ...each, id: ids[i] ?? 0 })));
  known.facts.push(...part.facts);
  known.tallies.push(...part.tallies);
  known.spans.sort((a, b) => a.start - b.start || a.id - b.id);
  known.facts.sort((a, b) => a.at - b.at);
  known.tallies.sort((a, b) => a.from - b.from);
}

/** Compares every clean day with what all rows give, then seals the others. */
export function assertCleanDays(store: Store, known: RecordSlice): void {
  const all = computeDays(known, calendar, rules);
  const seals = new Map(store.rollups.seals('2026-01-01', '2027-12-31').map(each => [each.date, each]));
  for (let time = BEGIN - 3 * DAY; time < BEGIN + 12 * DAY;) {
    const bounds = calendar.dayAt(time);
    time = bounds.end;
    if (seals.get(bounds.date)?.isDirty === false) {
      const day = all.find(each => each.date === bounds.date);
      const [sealed] = store.rollups.days(bounds.date, bounds.date);
      assert.equal(sealed === undefined, day === undefined);
      if (!day || !sealed) continue;
      const { blocks, pieces, waits, ...numbers } = day;
      assert.deepEqual(sealed, { ...numbers, idleAfterMs: IDLE_AFTER, isDirty: false });
      const sealedBlocks = store.rollups.blocks(bounds.date, bounds.date, 0);
      assert.deepEqual(
        sealedBlocks,
        blocks.map(block => ({ date: bounds.date, ...block })),
      );
      const listed = pieces.reduce((sum, piece) => sum + (piece.span ? piece.end - piece.start : 0), 0);
      assert.equal(listed, sealed.activeMs);
    } else {
      seal(store, bounds);
    }
  }
}
