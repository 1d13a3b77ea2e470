import type { Interval } from '../../activity/interval.ts';
import type { Day, DayNumbers } from '../day.ts';
import { figuresOfDay, NO_FIGURES, type Figures } from '../figures.ts';
import type { ItemNames } from '../itemNames.ts';
import type { Commit, DoneItem } from '../results.ts';

/** A day on which something happened, as far as weeks are made of it: the same from a rollup as from rows. */
export interface WeekDay extends DayNumbers {
  readonly blocks: readonly (Interval & { readonly activeMs: number })[];
  /** Active milliseconds by the id of the item that was in work. */
  readonly msByItem: ReadonlyMap<string, number>;
}

/** A day that was computed from rows. */
export function weekDayOf({ pieces, ...day }: Day): WeekDay {
  const msByItem = new Map<string, number>();
  for (const { span, item, start, end } of pieces) {
    if (span && item !== null) msByItem.set(item, (msByItem.get(item) ?? 0) + end - start);
  }
  return { ...day, msByItem };
}

/** What is known of a range of days, by ISO date. */
export interface KnownDays {
  readonly days: ReadonlyMap<string, WeekDay>;
  readonly done: ReadonlyMap<string, readonly DoneItem[]>;
  readonly commits: ReadonlyMap<string, readonly Commit[]>;
}

/** The figures of any day of the range; of a day on which nothing happened they are 0. */
export type FiguresOf = (date: string) => Figures;

export function figuresOf(known: KnownDays, items: ItemNames, deepBlockMs: number): FiguresOf {
  const asked = new Map<string, Figures>();
  const compute = (date: string): Figures => {
    const day = known.days.get(date);
    return {
      ...(day ? figuresOfDay(day, day.blocks, deepBlockMs) : NO_FIGURES),
      explorationMs: day ? explorationMs(day, items) : 0,
      done: known.done.get(date)?.length ?? 0,
      commits: known.commits.get(date)?.length ?? 0,
    };
  };
  return date => {
    let figures = asked.get(date);
    if (!figures) {
      figures = compute(date);
      asked.set(date, figures);
    }
    return figures;
  };
}

function explorationMs({ msByItem }: WeekDay, items: ItemNames): number {
  let sum = 0;
  for (const [item, ms] of msByItem) if (items.isExploration(item)) sum += ms;
  return sum;
}
