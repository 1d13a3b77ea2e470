import type { Chance } from '../../../src/cli/bench/chance.ts';
import { weekday } from './dates.ts';

/** `late`: a day that goes on into the evening. `weekend`: an hour on a day off. */
export type DayKind = 'work' | 'late' | 'weekend' | 'off';

const DAYS_OFF_A_YEAR = 9;
const SICK_LEAVES_A_YEAR = 3;
const WORKED_WEEKENDS_A_YEAR = 5;
const WEEKS_OF_YEAR = 52;
/** Habits are there before a holiday and a late week come. */
const FIRST_WEEKS = 6;

/** What each day of so many weeks is: two holidays of two weeks a year, days off, sick leaves, a week of late work, weekends. */
export function yearPlan(chance: Chance, weeks: number): DayKind[] {
  const days: DayKind[] = Array.from({ length: weeks * 7 }, (_, day) => (weekday(day) < 5 ? 'work' : 'off'));
  const share = weeks / WEEKS_OF_YEAR;
  for (let i = 0; i < Math.round(DAYS_OFF_A_YEAR * share); i++)
    setDays(days, anyDay(chance, weeks), 1, 'off');
  for (let i = 0; i < Math.round(SICK_LEAVES_A_YEAR * share); i++) {
    setDays(days, anyDay(chance, weeks), chance.between(2, 4), 'off');
  }
  for (let i = 0; i < Math.round(WORKED_WEEKENDS_A_YEAR * share); i++) {
    days[7 * chance.between(FIRST_WEEKS, weeks - 1) + chance.between(5, 6)] = 'weekend';
  }
  for (const week of holidays(weeks)) setDays(days, 7 * week, 14, 'off');
  setLateWeek(days, Math.floor(weeks * 0.6));
  return days;
}

function holidays(weeks: number): number[] {
  return weeks < 30 ? [Math.floor(weeks * 0.75)] : [Math.floor(weeks * 0.33), Math.floor(weeks * 0.7)];
}

function setLateWeek(days: DayKind[], week: number): void {
  for (let day = 7 * week; day < 7 * week + 4; day++) {
    if (days[day] === 'work') days[day] = 'late';
  }
}

function anyDay(chance: Chance, weeks: number): number {
  return 7 * chance.between(FIRST_WEEKS, weeks - 1) + chance.between(0, 4);
}

function setDays(days: DayKind[], from: number, count: number, kind: DayKind): void {
  for (let day = from; day < Math.min(from + count, days.length); day++) days[day] = kind;
}
