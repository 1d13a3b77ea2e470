import type { LocalDay } from '../activity/calendar.ts';
import type { NumberView } from '../messages/numbers.ts';
import type { BlockView, NumberId, SessionStretch, TodayView } from '../messages/today.ts';
import { NUMBER_IDS } from '../messages/today.ts';
import { clockText } from '../text/clock.ts';
import { countOf, formatCount } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import type { Day } from './day.ts';
import {
  activeFrame,
  editCount,
  explainActive,
  explainDeep,
  explainEdits,
  explainFragmentation,
  explainIdle,
  explainSwitches,
  formatRatio,
  perHour,
  type ExplainInput,
} from './explain.ts';
import { deepBlocks, deepMs, fragmentation, longestBlocks } from './measures.ts';
import { BY_ACTIVITY, BY_LANGUAGE, BY_PROJECT, sharesOf } from './shares.ts';
import { piecesToDraw } from './todayPieces.ts';

export interface TodayOptions {
  readonly deepBlockMs: number;
  readonly idleAfterMs: number;
}

/** What the panel shows of a day; `day` undefined: nothing is recorded of it yet. `zone` is an IANA name. */
export function todayView(
  day: Day | undefined,
  { date, start, end }: LocalDay,
  zone: string,
  options: TodayOptions,
  sessions: readonly SessionStretch[] = [],
): TodayView {
  const { pieces, blocks } = day ?? NOTHING;
  const input: ExplainInput = {
    day: day ?? { ...NOTHING, date, start, end },
    clock: clockText(zone),
    ...options,
  };
  return {
    date,
    start,
    end,
    zone,
    isEmpty: day === undefined,
    pieces: piecesToDraw(pieces),
    blocks: blocks.map((block): BlockView => ({
      start: block.start,
      end: block.end,
      project: block.project,
      activeMs: block.activeMs,
      isDeep: block.end - block.start >= options.deepBlockMs,
    })),
    sessions,
    numbers: NUMBER_IDS.map(id => ({ id, ...NUMBERS[id](input) })),
    byProject: sharesOf(pieces, BY_PROJECT),
    byLanguage: sharesOf(pieces, BY_LANGUAGE),
    byActivity: sharesOf(pieces, BY_ACTIVITY),
  };
}

const NUMBERS: { readonly [Id in NumberId]: (input: ExplainInput) => Omit<NumberView, 'id'> } = {
  active(input) {
    const frame = activeFrame(input.day);
    return {
      label: 'Active',
      value: formatDuration(input.day.activeMs),
      beside: frame ? input.clock.range(frame) : '',
      explanation: explainActive(input),
    };
  },
  deep(input) {
    const { blocks } = input.day;
    const count = deepBlocks(blocks, input.deepBlockMs).length;
    const [longest] = longestBlocks(blocks, 1);
    return {
      label: 'Deep',
      value: formatDuration(deepMs(blocks, input.deepBlockMs)),
      beside:
        count === 0 && longest
          ? `longest ${formatDuration(longest.end - longest.start)}`
          : `in ${countOf(count, 'block')}`,
      explanation: explainDeep(input),
    };
  },
  idle(input) {
    const frame = activeFrame(input.day);
    return {
      label: 'Idle',
      value: formatDuration(input.day.idleMs),
      beside: frame ? `of ${formatDuration(frame.end - frame.start)}` : '',
      explanation: explainIdle(input),
    };
  },
  switches(input) {
    return {
      label: 'Switches',
      value: formatCount(input.day.switches),
      beside: input.day.activeMs > 0 ? `${perHour(input.day)} an hour` : '',
      explanation: explainSwitches(input),
    };
  },
  fragmentation(input) {
    const value = fragmentation(input.day);
    return {
      label: 'Fragmentation',
      value: value === null ? '–' : formatRatio(value),
      beside: value === null ? '' : `over ${countOf(input.day.blocks.length, 'block')}`,
      explanation: explainFragmentation(input),
    };
  },
  edits(input) {
    return {
      label: 'Edits',
      value: formatCount(editCount(input.day)),
      beside: `${formatCount(input.day.edits.typed)} typed`,
      explanation: explainEdits(input),
    };
  },
};

const NOTHING = {
  activeMs: 0,
  gapMs: 0,
  idleMs: 0,
  awayMs: 0,
  restMs: 0,
  waitingMs: 0,
  switches: 0,
  edits: { typed: 0, bulk: 0, program: 0, undo: 0 },
  blocks: [],
  pieces: [],
} satisfies Omit<Day, 'date' | 'start' | 'end'>;
