import { connectedTime, layBlocks } from '../activity/blocks.ts';
import type { Calendar } from '../activity/calendar.ts';
import type { Fact, FactOf, RecordSlice } from '../activity/facts.ts';
import { findSwitches, itemChanges, layRuns, withItems } from '../activity/runs.ts';
import { layTimeline } from '../activity/timeline.ts';
import { layWaiting } from '../activity/waiting.ts';
import type { Day, DayRules } from './day.ts';
import { DayGatherer } from './gather.ts';

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
