import type { Explanation, NumberView, Term } from '../messages/numbers.ts';
import { formatDuration } from '../text/duration.ts';
import { deepSource, withSource } from './sources.ts';

/** Time in deep blocks on a day of the week that is going on. */
export interface DeepDay {
  /** ISO date. */
  readonly date: string;
  readonly deepMs: number;
}

export interface DeepWeekOptions {
  readonly deepBlockMs: number;
  /** Hours planned for the week; 0: no plan. */
  readonly planHours: number;
}

/** Deep time from Monday to now, beside the plan. `days` in order of date, today last. */
export function deepWeekView(days: readonly DeepDay[], options: DeepWeekOptions): NumberView<'deepWeek'> {
  const [first, last] = [days[0], days.at(-1)];
  const sumMs = days.reduce((sum, { deepMs }) => sum + deepMs, 0);
  return {
    id: 'deepWeek',
    label: 'deep this week',
    value: formatDuration(sumMs),
    beside: options.planHours > 0 ? `of ${hoursText(options.planHours)}` : '',
    explanation: withSource(
      explain(days, sumMs, options),
      first && last ? deepSource('Deep this week', { from: first.date, to: last.date }) : null,
    ),
  };
}

function explain(
  days: readonly DeepDay[],
  sumMs: number,
  { deepBlockMs, planHours }: DeepWeekOptions,
): Explanation {
  const plan: Term[] =
    planHours > 0 ? [{ label: 'Your plan for the week', value: hoursText(planHours) }] : [];
  return {
    definition:
      `The length of your deep blocks, day by day from Monday to now. A block is deep from ${formatDuration(deepBlockMs)} on. ` +
      (planHours > 0
        ? 'The plan is your own, by the setting.'
        : 'A setting takes a plan of hours a week to see it beside.'),
    terms: [
      ...days.map(({ date, deepMs }) => ({ label: weekdayOf(date), value: formatDuration(deepMs) })),
      { label: 'Together', value: formatDuration(sumMs) },
      ...plan,
    ],
    setting: 'focus.weeklyPlan',
  };
}

/** "12 h", "7 h 30". */
function hoursText(hours: number): string {
  return Number.isInteger(hours) ? `${hours} h` : formatDuration(Math.round(hours * 3_600_000));
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

function weekdayOf(date: string): string {
  return WEEKDAY.format(Date.parse(date));
}
