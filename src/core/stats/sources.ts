import { intersect } from '../activity/interval.ts';
import type { RecordFilter } from '../audit/filterSchema.ts';
import type { Explanation, Source } from '../messages/numbers.ts';
import type { NumberId } from '../messages/today.ts';
import { countOf } from '../text/count.ts';
import type { Day } from './day.ts';
import { nameOrId, type ItemNames } from './itemNames.ts';
import { deepBlocks } from './measures.ts';
import type { Portion } from './portions.ts';
import type { Results } from './results.ts';

/** ISO dates, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** What the sources of a day's numbers draw on. */
export interface DaySourceInput {
  readonly day: Day;
  readonly deepBlockMs: number;
  readonly portions: readonly Portion[];
  readonly items: ItemNames;
  readonly results: Results;
}

/** What each number of a day was computed from; null: there is nothing to show. */
export const DAY_SOURCES: { readonly [Id in NumberId]: (input: DaySourceInput) => Source | null } = {
  active: ({ day }) => {
    const count = spanCount(day);
    return count === 0 ? null : spanSource('Active', rangeOf(day), spansLabel(count));
  },
  deep: ({ day, deepBlockMs }) => {
    const count = spanCount(day, deepBlockMs);
    return count === 0 ? null : deepSource('Deep', rangeOf(day), spansLabel(count));
  },
  switches: ({ day }) => (day.switches === 0 ? null : switchSource('Switches', rangeOf(day))),
  fragmentation: ({ day }) => {
    const count = spanCount(day);
    return count === 0 ? null : spanSource('Fragmentation', rangeOf(day), spansLabel(count));
  },
  waiting: ({ day }) => (day.waits.length === 0 ? null : waitSource('Waiting', rangeOf(day))),
  away: ({ day }) =>
    day.pieces.some(({ as }) => as !== null)
      ? {
          label: 'Show the times that you named',
          filter: { behind: 'Away', ...rangeOf(day), kinds: ['named'] },
        }
      : null,
  idle: ({ day }) =>
    day.idleMs === 0
      ? null
      : {
          label: 'Show it among the spans',
          filter: { behind: 'Idle', ...rangeOf(day), isCounted: true, kinds: ['span', 'idle'] },
        },
  done: ({ results }) => doneSource(results.done),
  commits: ({ day, results }) => commitSource(results.commits.length, rangeOf(day)),
  exploration: ({ day, portions, items }) => explorationSource(exploredItems(portions, items), rangeOf(day)),
  edits: ({ day }) => ({
    label: 'Show the edits, by five minutes',
    filter: { behind: 'Edits', ...rangeOf(day), kinds: ['edits'] },
  }),
};

export function withSource(explanation: Explanation, source: Source | null): Explanation {
  return source ? { ...explanation, source } : explanation;
}

/** Spans that hold active time, each with the pauses that were given to it. */
export function spanSource(behind: string, filter: RecordFilter, label = 'Show the spans behind it'): Source {
  return { label, filter: { behind, ...filter, isCounted: true } };
}

/** Time in deep blocks: spans, and reading and thinking that was named. */
export function deepSource(behind: string, range: DateRange, label?: string): Source {
  return spanSource(behind, { ...range, isDeep: true, kinds: ['span', 'named'] }, label);
}

export function switchSource(behind: string, range: DateRange): Source {
  return {
    label: 'Show them among the spans',
    filter: { behind, ...range, isCounted: true, kinds: ['span', 'switch'] },
  };
}

export function waitSource(behind: string, range: DateRange): Source {
  return {
    label: 'Show the pauses, and the runs they were in',
    filter: { behind, ...range, kinds: ['wait', 'run'] },
  };
}

/** The time that the items took, over the whole record. */
export function doneSource(done: readonly { readonly key: string }[]): Source | null {
  if (done.length === 0) return null;
  const label = `Show the spans of ${done.length === 1 ? 'this item' : 'these items'}`;
  return spanSource('Done', { items: done.map(({ key }) => key) }, label);
}

export function commitSource(count: number, range: DateRange): Source | null {
  if (count === 0) return null;
  const label = count === 1 ? 'Show the commit' : `Show the ${countOf(count, 'commit')}`;
  return { label, filter: { behind: 'Commits', ...range, kinds: ['commit'] } };
}

/** `items`: those that are new ground, as people call them. */
export function explorationSource(items: readonly string[], range: DateRange): Source | null {
  if (items.length === 0) return null;
  return spanSource('Exploration', { ...range, items: [...items] });
}

/** The items that are new ground and were in work, as people call them. */
export function exploredItems(portions: readonly Portion[], items: ItemNames): string[] {
  const ids = new Set(portions.flatMap(({ item }) => (item === null ? [] : [item])));
  return [...ids].filter(id => items.isExploration(id)).map(id => nameOrId(items, id).key);
}

function rangeOf({ date }: Day): DateRange {
  return { from: date, to: date };
}

/** The spans that hold active time; with `deepBlockMs`, time in deep blocks. */
function spanCount({ pieces, blocks }: Day, deepBlockMs?: number): number {
  const frames = deepBlockMs === undefined ? null : deepBlocks(blocks, deepBlockMs);
  const spans = new Set<number>();
  for (const piece of pieces) {
    const isIn = piece.end > piece.start && (!frames || intersect([piece], frames).length > 0);
    if (piece.span && isIn) spans.add(piece.span.id);
  }
  return spans.size;
}

function spansLabel(count: number): string {
  return count === 1 ? 'Show the span behind it' : `Show the ${countOf(count, 'span')} behind it`;
}
