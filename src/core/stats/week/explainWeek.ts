import type { Explanation, Term } from '../../messages/numbers.ts';
import type { WeekNumberId } from '../../messages/week.ts';
import { formatCount } from '../../text/count.ts';
import { dayText } from '../../text/dayText.ts';
import { formatDuration } from '../../text/duration.ts';
import { COMMITS_DEFINITION, EXPLORATION_DEFINITION, explainDone } from '../explainResults.ts';
import {
  explorationOf,
  fragmentationOf,
  LEAST_FOR_RATES_MS,
  switchesPerHour,
  type Figures,
} from '../figures.ts';
import { formatPercent, formatRate, formatRatio, orDash } from '../formats.ts';
import type { DoneItem } from '../results.ts';
import type { FiguresOf } from './weekDay.ts';

/** What an explanation of a week's number draws on. */
export interface ExplainWeekInput {
  /** The days of the week that have begun, in order. */
  readonly dates: readonly string[];
  readonly figuresOf: FiguresOf;
  /** In the week, by when. */
  readonly done: readonly DoneItem[];
  readonly deepBlockMs: number;
  readonly idleAfterMs: number;
}

type ExplainWeek = (input: ExplainWeekInput, week: Figures) => Explanation;

const OPEN_A_DAY = 'A day, opened, tells how its own was computed.';

/** How each number of a week was computed: from its days. */
export const EXPLAIN_WEEK: { readonly [Id in WeekNumberId]: ExplainWeek } = {
  deep: (input, week) => ({
    definition: `Time in blocks of at least ${formatDuration(input.deepBlockMs)} without a switch, added up over the days. ${OPEN_A_DAY}`,
    terms: [...byDay(input, ({ deepMs }) => formatDuration(deepMs)), together(formatDuration(week.deepMs))],
    setting: 'focus.deepBlockMinutes',
  }),
  active: (input, week) => ({
    definition: `Active time, added up over the days. ${OPEN_A_DAY}`,
    terms: [
      ...byDay(input, ({ activeMs }) => formatDuration(activeMs)),
      together(formatDuration(week.activeMs)),
    ],
    setting: 'idle.after',
  }),
  fragmentation: (input, week) => ({
    definition:
      'The part of your active time outside each day’s three longest blocks: the mean over the days, a day weighing as much as ' +
      `its active time. It is told from ${formatDuration(LEAST_FOR_RATES_MS)} of active time on.`,
    terms: [
      ...byDay(input, day => orDash(fragmentationOf(day), formatRatio)),
      { label: 'Active time in the three longest of each day', value: formatDuration(week.longestMs) },
      { label: 'Active time in all', value: formatDuration(week.activeMs) },
      {
        label: `1 − ${formatDuration(week.longestMs)} ÷ ${formatDuration(week.activeMs)}`,
        value: orDash(fragmentationOf(week), formatRatio),
      },
    ],
    setting: 'idle.after',
  }),
  switches: (input, week) => ({
    definition:
      'Changes from one project or queue item to another, divided by the hours of active time. ' +
      `It is told from ${formatDuration(LEAST_FOR_RATES_MS)} of active time on.`,
    terms: [
      ...byDay(input, ({ switches }) => formatCount(switches)),
      together(formatCount(week.switches)),
      { label: 'Active time', value: formatDuration(week.activeMs) },
      { label: 'Switches per active hour', value: orDash(switchesPerHour(week), formatRate) },
    ],
    setting: null,
  }),
  waiting: (input, week) => ({
    definition:
      'Pauses of at least 15 s while a build or a test ran in the foreground, added up over the days. ' +
      `Of one pause at most ${formatDuration(input.idleAfterMs)} count. Part of it may be active time too.`,
    terms: [
      ...byDay(input, ({ waitingMs }) => formatDuration(waitingMs)),
      together(formatDuration(week.waitingMs)),
    ],
    setting: 'idle.after',
  }),
  done: ({ done }) => explainDone(done),
  commits: (input, week) => ({
    definition: COMMITS_DEFINITION,
    terms: [...byDay(input, ({ commits }) => formatCount(commits)), together(formatCount(week.commits))],
    setting: null,
  }),
  exploration: (input, week) => ({
    definition: EXPLORATION_DEFINITION,
    terms: [
      ...byDay(input, ({ explorationMs }) => formatDuration(explorationMs)),
      { label: 'On new ground', value: formatDuration(week.explorationMs) },
      { label: 'Active time', value: formatDuration(week.activeMs) },
      { label: 'Share', value: orDash(explorationOf(week), formatPercent) },
    ],
    setting: null,
  }),
};

function byDay({ dates, figuresOf }: ExplainWeekInput, say: (figures: Figures) => string): Term[] {
  return dates.map(date => ({ label: dayText(date), value: say(figuresOf(date)) }));
}

function together(value: string): Term {
  return { label: 'Together', value };
}
