import { connectedTime, layBlocks } from '../activity/blocks.ts';
import type { Calendar } from '../activity/calendar.ts';
import type { Fact, FactOf, RecordSlice } from '../activity/facts.ts';
import type { Interval } from '../activity/interval.ts';
import { findSwitches, itemChanges, layRuns, withItems } from '../activity/runs.ts';
import type { AwayKind, EditOrigin } from '../activity/signal.ts';
import type { Span } from '../activity/span.ts';
import { layTimeline } from '../activity/timeline.ts';
import { layWaiting } from '../activity/waiting.ts';
import { DayGatherer } from './gather.ts';

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
}

/**
 * Every day that holds active time, named time or an edit, in order of date.
 *
 * A pure function of its arguments by the definitions of the design, section 3. The slice must reach, on both sides of the days
 * one asks for, to where nobody was there for longer than the idle rule: runs and blocks are cut to days last.
 */
export function computeDays(slice: RecordSlice, calendar: Calendar, rules: DayRules): Day[] {
  const { spans, facts, tallies } = slice;
  const { pieces, runs, connected, switches } = lay(slice, rules);

  const days = new DayGatherer(calendar);
  pieces.forEach(piece => {
    days.addPiece(piece);
  });
  switches.forEach(at => {
    days.addSwitch(at);
  });
  layBlocks(connected, switches, runs).forEach(block => {
    days.addBlock(block);
  });
  tallies.forEach(tally => {
    days.addTally(tally);
  });
  layWaiting(spans, facts, rules.idleAfterMs).forEach(wait => {
    days.addWait(wait);
  });
  return days.finish();
}

/** The instants of the switches in a slice, in order. */
export function switchTimes(slice: RecordSlice, rules: DayRules): number[] {
  return lay(slice, rules).switches;
}

/** The timeline with its runs. */
function lay({ spans, facts }: RecordSlice, { idleAfterMs }: DayRules) {
  const timeline = layTimeline(
    { spans, suspends: ofKind(facts, 'suspend'), aways: ofKind(facts, 'away') },
    idleAfterMs,
  );
  const pieces = withItems(timeline, itemChanges(ofKind(facts, 'queue')));
  const runs = layRuns(pieces);
  const connected = connectedTime(timeline);
  return { pieces, runs, connected, switches: findSwitches(runs, connected) };
}

function ofKind<K extends Fact['kind']>(facts: readonly Fact[], kind: K): FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}
