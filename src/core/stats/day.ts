import type { Interval } from '../activity/interval.ts';
import type { AwayKind, EditOrigin } from '../activity/signal.ts';
import type { Span } from '../activity/span.ts';

/** The settings that a day's numbers depend on. */
export interface DayRules {
  /** Longest gap, in milliseconds, that still counts as looking and thinking. */
  readonly idleAfterMs: number;
}

/** The numbers of a local calendar day. Times in milliseconds. */
export interface DayNumbers {
  /** ISO date. */
  readonly date: string;
  /** Local midnight, and the next; epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly activeMs: number;
  /** The part of `activeMs` that lies between spans (the gap rule). */
  readonly gapMs: number;
  /** Neither active nor named, between the first and the last active instant. */
  readonly idleMs: number;
  /** Named reading, thinking or meeting. */
  readonly awayMs: number;
  /** Named break. */
  readonly restMs: number;
  readonly waitingMs: number;
  readonly switches: number;
  readonly edits: Readonly<Record<EditOrigin, number>>;
}

/** A block, clipped to its day. Blocks of every length are kept: which are deep is asked on reading. */
export interface DayBlock extends Interval {
  readonly project: string | null;
  readonly item: string | null;
  /** The branch of most of its active time. */
  readonly branch: string | null;
  readonly activeMs: number;
}

/** A piece of a day's timeline: active time with its span, or named time. */
export interface DayPiece extends Interval {
  readonly span: Span | null;
  readonly as: AwayKind | null;
  /** The time was given to `span` by the gap rule. */
  readonly isGap: boolean;
  readonly item: string | null;
}

export interface Day extends DayNumbers {
  readonly blocks: readonly DayBlock[];
  readonly pieces: readonly DayPiece[];
  /** Whose lengths make `waitingMs`. */
  readonly waits: readonly Interval[];
}

/** The numbers of a day on which nothing happened. */
export const EMPTY_NUMBERS: Omit<DayNumbers, 'date' | 'start' | 'end'> = {
  activeMs: 0,
  gapMs: 0,
  idleMs: 0,
  awayMs: 0,
  restMs: 0,
  waitingMs: 0,
  switches: 0,
  edits: { typed: 0, bulk: 0, program: 0, undo: 0 },
};

export function emptyDay(bounds: Pick<DayNumbers, 'date' | 'start' | 'end'>): Day {
  return { ...bounds, ...EMPTY_NUMBERS, blocks: [], pieces: [], waits: [] };
}
