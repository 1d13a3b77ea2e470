import { addFigures, NO_FIGURES, type Figures } from '../figures.ts';
import { dayUsual, LEAST_WEEKS, USUAL_WEEKS, type DayUsual } from '../usual.ts';
import type { FiguresOf, KnownDays } from './weekDay.ts';
import { datesOfWeek, mondayOf, weeksBefore } from './weekDates.ts';

/** The Mondays of the weeks that "usual" is told from: of the `USUAL_WEEKS` before one, those that hold any record. */
export function usualWeeks(monday: string, { days }: Pick<KnownDays, 'days'>): string[] {
  return weeksBefore(monday, USUAL_WEEKS).filter(past => datesOfWeek(past).some(date => days.has(date)));
}

export function figuresOfWeek(monday: string, figures: FiguresOf): Figures {
  return datesOfWeek(monday).map(figures).reduce(addFigures, NO_FIGURES);
}

/** One's usual of the weekday of an ISO date; null: there are too few weeks. */
export function usualOfWeekday(date: string, known: KnownDays, figures: FiguresOf): DayUsual | null {
  const monday = mondayOf(date);
  const weekday = datesOfWeek(monday).indexOf(date);
  const weeks = usualWeeks(monday, known);
  if (weeks.length < LEAST_WEEKS) return null;
  return dayUsual(weeks.map(past => figures(datesOfWeek(past)[weekday] ?? past)));
}
