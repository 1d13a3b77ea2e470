import type { CheckIn } from '../../messages/checkIn.ts';
import type { UsualView, WeekDayView, WeekGlance, WeekView } from '../../messages/week.ts';
import { addDays } from '../../queue/plainDate.ts';
import type { Figures } from '../figures.ts';
import type { ItemNames } from '../itemNames.ts';
import type { Portion } from '../portions.ts';
import { deepSource, exploredItems, withSource } from '../sources.ts';
import {
  BY_ACTIVITY,
  BY_BRANCH,
  byItem,
  BY_LANGUAGE,
  BY_PROJECT,
  namedSharesOf,
  sharesOf,
} from '../shares.ts';
import { bandOf, LEAST_WEEKS, USUAL_WEEKS, type Band } from '../usual.ts';
import { deepHours, explainDeepHours } from './deepHours.ts';
import { figuresOfWeek, usualWeeks } from './pastWeeks.ts';
import { figuresOf, type FiguresOf, type KnownDays } from './weekDay.ts';
import { datesOfWeek, mondayOf } from './weekDates.ts';
import { usualDeep, weekNumbers } from './weekNumbers.ts';

export interface WeekInput extends KnownDays {
  /** ISO dates. */
  readonly monday: string;
  readonly today: string;
  /** The first day of the record; null: it is empty. */
  readonly first: string | null;
  readonly items: ItemNames;
}

/** What only the whole view needs. */
export interface WeekDetails {
  /** The active time of the week. */
  readonly portions: readonly Portion[];
  /** Of the week, in order of date. */
  readonly checkIns: readonly CheckIn[];
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (time: number) => number;
}

export interface WeekOptions {
  readonly deepBlockMs: number;
  readonly idleAfterMs: number;
  /** Deep time planned for a week, in milliseconds; null: no plan. */
  readonly planMs: number | null;
}

/** A week as the stats show it. `input` must know its days and those of `USUAL_WEEKS` weeks before it. */
export function weekView(input: WeekInput, details: WeekDetails, options: WeekOptions): WeekView {
  const { monday, today, first, items } = input;
  const { figures, past, days } = layWeek(input, options);
  const dates = datesOfWeek(monday);
  const done = dates.flatMap(date => input.done.get(date) ?? []);
  const hours = deepHours(recentDays(input), options.deepBlockMs, details.offsetAt);
  const { portions } = details;
  const range = { from: monday, to: addDays(monday, 6) };
  return {
    monday,
    earlier: first !== null && first < monday ? addDays(monday, -7) : null,
    later: monday < mondayOf(today) ? addDays(monday, 7) : null,
    isCurrent: monday === mondayOf(today),
    isEmpty: !dates.some(date => input.days.has(date) || input.done.has(date) || input.commits.has(date)),
    days,
    usualWeeks: past.length < LEAST_WEEKS ? 0 : past.length,
    numbers: weekNumbers({
      ...options,
      figures: figuresOfWeek(monday, figures),
      past,
      dates: dates.filter(date => date <= today),
      figuresOf: figures,
      done,
      range,
      explored: exploredItems(portions, items),
    }),
    byItem: namedSharesOf(portions, byItem(items), range),
    byProject: sharesOf(portions, BY_PROJECT, range),
    byBranch: namedSharesOf(portions, BY_BRANCH, range),
    byLanguage: sharesOf(portions, BY_LANGUAGE, range),
    byActivity: sharesOf(portions, BY_ACTIVITY, range),
    done: done.toReversed(),
    deepHours: hours,
    deepHoursHow: withSource(
      explainDeepHours(hours, options.deepBlockMs),
      deepSource('Deep hours', { from: addDays(monday, -7 * (USUAL_WEEKS - 1)), to: range.to }),
    ),
    checkIns: details.checkIns,
  };
}

/** This week in small; null where nothing is recorded, neither in it nor before. */
export function weekGlance(input: WeekInput, options: WeekOptions): WeekGlance | null {
  if (input.first === null) return null;
  const { figures, past, days } = layWeek(input, options);
  const { deepMs } = figuresOfWeek(input.monday, figures);
  return { days, deepMs, planMs: options.planMs, usual: toView(usualDeep(past)) };
}

function layWeek(input: WeekInput, { deepBlockMs }: WeekOptions) {
  const figures = figuresOf(input, input.items, deepBlockMs);
  const weeks = usualWeeks(input.monday, input);
  const past: Figures[] = weeks.map(week => figuresOfWeek(week, figures));
  return { figures, past, days: dayViews(input, weeks, figures) };
}

function dayViews({ monday, today }: WeekInput, weeks: readonly string[], figures: FiguresOf): WeekDayView[] {
  return datesOfWeek(monday).map((date, weekday) => {
    const { activeMs, deepMs } = figures(date);
    const before = weeks.map(week => figures(addDays(week, weekday)).activeMs);
    const usual = toView(bandOf(before));
    return { date, activeMs, deepMs, usual, isToday: date === today, isToCome: date > today };
  });
}

/** Of the week and those before it, `USUAL_WEEKS` in all. */
function recentDays({ monday, days }: WeekInput) {
  const from = addDays(monday, -7 * (USUAL_WEEKS - 1));
  const to = addDays(monday, 7);
  return [...days.values()].filter(({ date }) => date >= from && date < to);
}

function toView(band: Band | null): UsualView | null {
  return band && { lowMs: band.low, highMs: band.high };
}
