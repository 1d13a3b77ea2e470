import type { LocalDay } from '../activity/calendar.ts';
import type { BlockView, SessionStretch, TodayView } from '../messages/today.ts';
import { clockText } from '../text/clock.ts';
import { emptyDay, type Day } from './day.ts';
import { dayNumbers } from './dayNumbers.ts';
import { figuresOfDay, type Figures } from './figures.ts';
import type { ItemNames } from './itemNames.ts';
import { itemMs, portionsOf, type Portion } from './portions.ts';
import type { Results } from './results.ts';
import {
  BY_ACTIVITY,
  BY_BRANCH,
  byItem,
  BY_LANGUAGE,
  BY_PROJECT,
  namedSharesOf,
  sharesOf,
} from './shares.ts';
import { itemStretches, piecesToDraw } from './todayPieces.ts';
import type { DayUsual } from './usual.ts';

export interface TodayOptions {
  readonly deepBlockMs: number;
  readonly idleAfterMs: number;
}

/** What a day's view shows beside the time itself. */
export interface TodayBeside {
  readonly items: ItemNames;
  readonly results: Results;
  /** One's usual of this weekday; null: there are too few weeks to tell it from. */
  readonly usual: DayUsual | null;
  readonly sessions: readonly SessionStretch[];
}

/** What the panel shows of a day; `recorded` undefined: nothing is recorded of it yet. `zone` is an IANA name. */
export function todayView(
  recorded: Day | undefined,
  local: LocalDay,
  zone: string,
  options: TodayOptions,
  { items, results, usual, sessions }: TodayBeside,
): TodayView {
  const { date, start, end } = local;
  const day = recorded ?? emptyDay(local);
  const portions = portionsOf(day.pieces);
  const figures = allFigures(day, portions, options.deepBlockMs, { items, results });
  const range = { from: date, to: date };
  const input = { day, clock: clockText(zone), ...options, figures, portions, items, results, usual };
  return {
    date,
    start,
    end,
    zone,
    isEmpty: recorded === undefined,
    pieces: piecesToDraw(day.pieces),
    blocks: day.blocks.map((block): BlockView => ({
      start: block.start,
      end: block.end,
      project: block.project,
      activeMs: block.activeMs,
      isDeep: block.end - block.start >= options.deepBlockMs,
    })),
    sessions,
    items: itemStretches(day.pieces, items),
    numbers: dayNumbers(input),
    byItem: namedSharesOf(portions, byItem(items), range),
    byProject: sharesOf(portions, BY_PROJECT, range),
    byBranch: namedSharesOf(portions, BY_BRANCH, range),
    byLanguage: sharesOf(portions, BY_LANGUAGE, range),
    byActivity: sharesOf(portions, BY_ACTIVITY, range),
  };
}

/** All figures of a day that was computed from rows. */
export function allFigures(
  day: Day,
  portions: readonly Portion[],
  deepBlockMs: number,
  { items, results }: Pick<TodayBeside, 'items' | 'results'>,
): Figures {
  return {
    ...figuresOfDay(day, day.blocks, deepBlockMs),
    explorationMs: itemMs(portions, item => items.isExploration(item)),
    done: results.done.length,
    commits: results.commits.length,
  };
}
