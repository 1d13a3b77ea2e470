import type { Source } from '../../messages/numbers.ts';
import type { WeekNumberId } from '../../messages/week.ts';
import type { Figures } from '../figures.ts';
import type { DoneItem } from '../results.ts';
import {
  commitSource,
  deepSource,
  doneSource,
  explorationSource,
  spanSource,
  switchSource,
  waitSource,
  type DateRange,
} from '../sources.ts';

export interface WeekSourceInput {
  readonly range: DateRange;
  readonly done: readonly DoneItem[];
  /** Items that are new ground and were in work, as people call them. */
  readonly explored: readonly string[];
}

/** What a number of a week was computed from; null: there is nothing to show. */
export function weekSource(id: WeekNumberId, input: WeekSourceInput, week: Figures): Source | null {
  const { range, done, explored } = input;
  switch (id) {
    case 'deep':
      return week.deepMs === 0 ? null : deepSource('Deep', range);
    case 'active':
      return week.activeMs === 0 ? null : spanSource('Active', range);
    case 'fragmentation':
      return week.activeMs === 0 ? null : spanSource('Fragmentation', range);
    case 'switches':
      return week.switches === 0 ? null : switchSource('Switches', range);
    case 'waiting':
      return week.waitingMs === 0 ? null : waitSource('Waiting', range);
    case 'done':
      return doneSource(done);
    case 'commits':
      return commitSource(week.commits, range);
    case 'exploration':
      return explorationSource(explored, range);
  }
}
