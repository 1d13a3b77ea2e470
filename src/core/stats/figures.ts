import type { EditOrigin } from '../activity/signal.ts';
import { EDIT_ORIGINS } from '../activity/signal.ts';
import type { NumberId } from '../messages/today.ts';
import type { DayBlock, DayNumbers } from './day.ts';
import { deepMs, longestBlocks } from './measures.ts';

/** What a day, or several together, came to. Times in milliseconds. Every figure of several days is the sum of theirs. */
export interface Figures {
  readonly activeMs: number;
  readonly deepMs: number;
  /** Active time in each day's three longest blocks. */
  readonly longestMs: number;
  /** Active time on items of the queue that are new ground. */
  readonly explorationMs: number;
  readonly idleMs: number;
  readonly awayMs: number;
  readonly waitingMs: number;
  readonly switches: number;
  readonly edits: number;
  readonly done: number;
  readonly commits: number;
}

export const NO_FIGURES: Figures = {
  activeMs: 0,
  deepMs: 0,
  longestMs: 0,
  explorationMs: 0,
  idleMs: 0,
  awayMs: 0,
  waitingMs: 0,
  switches: 0,
  edits: 0,
  done: 0,
  commits: 0,
};

/** The figures of a day that are told by its blocks and numbers alone. */
export function figuresOfDay(
  day: Pick<DayNumbers, 'activeMs' | 'idleMs' | 'awayMs' | 'waitingMs' | 'switches' | 'edits'>,
  blocks: readonly Pick<DayBlock, 'start' | 'end' | 'activeMs'>[],
  deepBlockMs: number,
): Omit<Figures, 'explorationMs' | 'done' | 'commits'> {
  const { activeMs, idleMs, awayMs, waitingMs, switches, edits } = day;
  return {
    ...{ activeMs, idleMs, awayMs, waitingMs, switches },
    edits: editCount(edits),
    deepMs: deepMs(blocks, deepBlockMs),
    longestMs: longestBlocks(blocks, 3).reduce((sum, block) => sum + block.activeMs, 0),
  };
}

export function addFigures(a: Figures, b: Figures): Figures {
  const names = Object.keys(a) as (keyof Figures)[];
  return Object.fromEntries(names.map(name => [name, a[name] + b[name]])) as unknown as Figures;
}

export function editCount(edits: Readonly<Record<EditOrigin, number>>): number {
  return EDIT_ORIGINS.reduce((sum, origin) => sum + edits[origin], 0);
}

/** Of less active time than this no rate and no share is told: a minute of work says nothing of how it is spread. */
export const LEAST_FOR_RATES_MS = 600_000;

/** The values that a day's numbers show; null: nothing can be said. */
export const DAY_VALUES: { readonly [Id in NumberId]: (figures: Figures) => number | null } = {
  active: ({ activeMs }) => activeMs,
  deep: ({ deepMs: ms }) => ms,
  switches: ({ switches }) => switches,
  fragmentation: fragmentationOf,
  waiting: ({ waitingMs }) => waitingMs,
  away: ({ awayMs }) => awayMs,
  idle: ({ idleMs }) => idleMs,
  done: ({ done }) => done,
  commits: ({ commits }) => commits,
  exploration: explorationOf,
  edits: ({ edits }) => edits,
};

/** Of several days the mean of theirs, each weighted by its active time. 0 to 1; null with too little active time. */
export function fragmentationOf({ activeMs, longestMs }: Figures): number | null {
  return activeMs < LEAST_FOR_RATES_MS ? null : 1 - longestMs / activeMs;
}

/** 0 to 1; null with too little active time. */
export function explorationOf({ activeMs, explorationMs }: Figures): number | null {
  return activeMs < LEAST_FOR_RATES_MS ? null : explorationMs / activeMs;
}

/** null with too little active time. */
export function switchesPerHour({
  activeMs,
  switches,
}: Pick<Figures, 'activeMs' | 'switches'>): number | null {
  return activeMs < LEAST_FOR_RATES_MS ? null : (switches * 3_600_000) / activeMs;
}
