import type { Explanation, NumberView } from '../../messages/numbers.ts';
import { WEEK_NUMBER_IDS, type WeekNumberId } from '../../messages/week.ts';
import { countOf, formatCount } from '../../text/count.ts';
import { formatDuration } from '../../text/duration.ts';
import { explorationOf, fragmentationOf, switchesPerHour, type Figures } from '../figures.ts';
import { formatPercent, formatRate, formatRatio, orDash } from '../formats.ts';
import { withSource, type DateRange } from '../sources.ts';
import { bandOf, usualText, type Band } from '../usual.ts';
import { EXPLAIN_WEEK, type ExplainWeekInput } from './explainWeek.ts';
import { weekSource } from './weekSources.ts';

export interface WeekNumbersInput extends ExplainWeekInput {
  readonly figures: Figures;
  /** The figures of the past weeks that "usual" is told from. */
  readonly past: readonly Figures[];
  /** ISO dates of the week's first and last day. */
  readonly range: DateRange;
  /** Items that are new ground and were in work, as people call them. */
  readonly explored: readonly string[];
  /** Deep time planned for a week, in milliseconds; null: no plan. */
  readonly planMs: number | null;
}

interface WeekNumber {
  readonly label: string;
  /** null: nothing can be said. */
  readonly value: (figures: Figures) => number | null;
  readonly format: (value: number) => string;
  /** What to see it beside where there is no usual. */
  readonly beside: (figures: Figures, input: WeekNumbersInput) => string;
}

/** A week's numbers as they are shown, each with the plan or one's usual beside it. */
export function weekNumbers(input: WeekNumbersInput): NumberView<WeekNumberId>[] {
  return WEEK_NUMBER_IDS.map(id => {
    const { label, value, format, beside } = NUMBERS[id];
    const plan = id === 'deep' && input.planMs !== null ? `plan ${formatDuration(input.planMs)}` : '';
    const usual = usualText(bandOf(input.past.map(value)), format);
    return {
      id,
      label,
      value: orDash(value(input.figures), format),
      beside: [plan, usual].filter(text => text !== '').join(' · ') || beside(input.figures, input),
      explanation: withSource(
        withUsual(EXPLAIN_WEEK[id](input, input.figures), plan, usual, input.past.length),
        weekSource(id, input, input.figures),
      ),
    };
  });
}

/** One's usual deep time of a week. */
export function usualDeep(past: readonly Figures[]): Band | null {
  return bandOf(past.map(NUMBERS.deep.value));
}

function withUsual(explanation: Explanation, plan: string, usual: string, weeks: number): Explanation {
  const terms = [...explanation.terms];
  if (plan !== '') terms.push({ label: 'Planned for a week', value: plan.replace('plan ', '') });
  if (usual === '') return { ...explanation, terms };
  terms.push({ label: 'Usual', value: usual.replace('usual ', '') });
  const definition = `${explanation.definition} Usual is the middle half of your last ${countOf(weeks, 'week')} with a record: from the 25th to the 75th percentile.`;
  return { ...explanation, definition, terms };
}

const NUMBERS: { readonly [Id in WeekNumberId]: WeekNumber } = {
  deep: {
    label: 'Deep',
    value: ({ deepMs }) => deepMs,
    format: formatDuration,
    beside: ({ activeMs }) => `of ${formatDuration(activeMs)}`,
  },
  active: {
    label: 'Active',
    value: ({ activeMs }) => activeMs,
    format: formatDuration,
    beside: (_, { dates, figuresOf }) =>
      `on ${countOf(dates.filter(date => figuresOf(date).activeMs > 0).length, 'day')}`,
  },
  fragmentation: {
    label: 'Fragmentation',
    value: fragmentationOf,
    format: formatRatio,
    beside: () => '',
  },
  switches: {
    label: 'Switches an hour',
    value: switchesPerHour,
    format: formatRate,
    beside: ({ switches }) => `${formatCount(switches)} in all`,
  },
  waiting: {
    label: 'Waiting',
    value: ({ waitingMs }) => waitingMs,
    format: formatDuration,
    beside: () => '',
  },
  done: {
    label: 'Done',
    value: ({ done }) => done,
    format: formatCount,
    beside: () => '',
  },
  commits: {
    label: 'Commits',
    value: ({ commits }) => commits,
    format: formatCount,
    beside: () => '',
  },
  exploration: {
    label: 'Exploration',
    value: explorationOf,
    format: formatPercent,
    beside: ({ explorationMs }) => (explorationMs === 0 ? '' : formatDuration(explorationMs)),
  },
};
