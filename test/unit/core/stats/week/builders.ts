import { NO_ITEMS } from '../../../../../src/core/stats/itemNames.ts';
import type { WeekDay } from '../../../../../src/core/stats/week/weekDay.ts';
import type { WeekDetails, WeekInput, WeekOptions } from '../../../../../src/core/stats/week/week.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The Monday of the week that tests look at; its Thursday is today. */
export const MONDAY = '2026-11-16';
export const TODAY = '2026-11-19';

export const OPTIONS: WeekOptions = { deepBlockMs: 25 * MINUTE, idleAfterMs: 5 * MINUTE, planMs: null };
export const DETAILS: WeekDetails = { portions: [], checkIns: [], offsetAt: () => 0 };

/** A day in UTC with one block of an hour from nine on, unless it is told otherwise. */
export function weekDay(date: string, overrides: Partial<WeekDay> = {}): WeekDay {
  const start = Date.parse(date);
  const nine = start + 9 * HOUR;
  return {
    date,
    start,
    end: start + DAY,
    activeMs: HOUR,
    gapMs: 0,
    idleMs: 0,
    awayMs: 0,
    restMs: 0,
    waitingMs: 0,
    switches: 0,
    edits: { typed: 0, bulk: 0, program: 0, undo: 0 },
    blocks: [{ start: nine, end: nine + HOUR, activeMs: HOUR }],
    msByItem: new Map(),
    ...overrides,
  };
}

/** What is known of the week; `days` in any order. */
export function weekInput(days: readonly WeekDay[], overrides: Partial<WeekInput> = {}): WeekInput {
  return {
    monday: MONDAY,
    today: TODAY,
    first: days.map(({ date }) => date).sort()[0] ?? null,
    items: NO_ITEMS,
    days: new Map(days.map(day => [day.date, day])),
    done: new Map(),
    commits: new Map(),
    ...overrides,
  };
}
