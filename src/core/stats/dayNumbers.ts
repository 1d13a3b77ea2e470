import type { Explanation, NumberView } from '../messages/numbers.ts';
import type { NumberId } from '../messages/today.ts';
import { NUMBER_IDS } from '../messages/today.ts';
import { countOf, formatCount } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import {
  activeFrame,
  explainActive,
  explainDeep,
  explainEdits,
  explainFragmentation,
  explainIdle,
  explainSwitches,
  type ExplainInput,
} from './explain.ts';
import { explainAway, explainWaiting } from './explainAway.ts';
import { explainCommits, explainDone, explainExploration } from './explainResults.ts';
import { DAY_VALUES, switchesPerHour, type Figures } from './figures.ts';
import { formatPercent, formatRate, formatRatio, NOTHING_TO_SAY, orDash } from './formats.ts';
import type { ItemNames } from './itemNames.ts';
import { deepBlocks, longestBlocks } from './measures.ts';
import type { Portion } from './portions.ts';
import type { Results } from './results.ts';
import { DAY_SOURCES, withSource } from './sources.ts';
import { usualText, type DayUsual } from './usual.ts';

export interface DayNumbersInput extends ExplainInput {
  readonly figures: Figures;
  readonly portions: readonly Portion[];
  readonly items: ItemNames;
  readonly results: Results;
  /** null: there are too few weeks to tell it from. */
  readonly usual: DayUsual | null;
}

interface DayNumber {
  readonly label: string;
  readonly format: (value: number) => string;
  /** What to see it beside where there is no usual. */
  readonly beside: (input: DayNumbersInput) => string;
  readonly explain: (input: DayNumbersInput) => Explanation;
}

/** A day's numbers as they are shown. */
export function dayNumbers(input: DayNumbersInput): NumberView<NumberId>[] {
  return NUMBER_IDS.map(id => {
    const { label, format, beside, explain } = NUMBERS[id];
    const usual = usualText(input.usual?.bands[id] ?? null, format);
    return {
      id,
      label,
      value: orDash(DAY_VALUES[id](input.figures), format),
      beside: usual || beside(input),
      explanation: withSource(withUsual(explain(input), usual, input.usual), DAY_SOURCES[id](input)),
    };
  });
}

function withUsual(explanation: Explanation, text: string, usual: DayUsual | null): Explanation {
  if (text === '' || !usual) return explanation;
  const label = `On this weekday in your last ${countOf(usual.weeks, 'week')}, the middle half`;
  return {
    ...explanation,
    terms: [...explanation.terms, { label, value: text.replace('usual ', '') }],
  };
}

const NUMBERS: { readonly [Id in NumberId]: DayNumber } = {
  active: {
    label: 'Active',
    format: formatDuration,
    beside: ({ day, clock }) => {
      const frame = activeFrame(day);
      return frame ? clock.range(frame) : '';
    },
    explain: explainActive,
  },
  deep: {
    label: 'Deep',
    format: formatDuration,
    beside: ({ day: { blocks }, deepBlockMs }) => {
      const count = deepBlocks(blocks, deepBlockMs).length;
      const [longest] = longestBlocks(blocks, 1);
      return count === 0 && longest
        ? `longest ${formatDuration(longest.end - longest.start)}`
        : `in ${countOf(count, 'block')}`;
    },
    explain: explainDeep,
  },
  switches: {
    label: 'Switches',
    format: formatCount,
    beside: ({ day }) => {
      const rate = switchesPerHour(day);
      return rate === null ? NOTHING_TO_SAY : `${formatRate(rate)} an hour`;
    },
    explain: explainSwitches,
  },
  fragmentation: {
    label: 'Fragmentation',
    format: formatRatio,
    beside: ({ day: { blocks } }) => (blocks.length === 0 ? '' : `over ${countOf(blocks.length, 'block')}`),
    explain: explainFragmentation,
  },
  waiting: {
    label: 'Waiting',
    format: formatDuration,
    beside: ({ day: { waits } }) => (waits.length === 0 ? '' : `in ${countOf(waits.length, 'pause')}`),
    explain: explainWaiting,
  },
  away: {
    label: 'Away',
    format: formatDuration,
    beside: ({ day: { restMs } }) => (restMs === 0 ? '' : `and ${formatDuration(restMs)} of break`),
    explain: explainAway,
  },
  idle: {
    label: 'Idle',
    format: formatDuration,
    beside: ({ day }) => {
      const frame = activeFrame(day);
      return frame ? `of ${formatDuration(frame.end - frame.start)}` : '';
    },
    explain: explainIdle,
  },
  done: {
    label: 'Done',
    format: formatCount,
    beside: ({ results: { done } }) => done.at(-1)?.key ?? '',
    explain: ({ results }) => explainDone(results.done),
  },
  commits: {
    label: 'Commits',
    format: formatCount,
    beside: ({ results: { commits } }) => {
      const repos = new Set(commits.map(({ repo }) => repo));
      return repos.size > 1 ? `in ${countOf(repos.size, 'repository', 'repositories')}` : '';
    },
    explain: ({ results }) => explainCommits(results.commits),
  },
  exploration: {
    label: 'Exploration',
    format: formatPercent,
    beside: ({ figures }) => (figures.explorationMs === 0 ? '' : formatDuration(figures.explorationMs)),
    explain: ({ figures, portions, items }) =>
      explainExploration(portions, items, figures, DAY_VALUES.exploration(figures)),
  },
  edits: {
    label: 'Edits',
    format: formatCount,
    beside: ({ day }) => `${formatCount(day.edits.typed)} typed`,
    explain: explainEdits,
  },
};
