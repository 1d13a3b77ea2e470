import type { Fact } from '../activity/facts.ts';
import type { Interval } from '../activity/interval.ts';
import { breakpointOf } from '../focus/breakpointWatch.ts';
import type { RulePortion, RuleSurroundings } from '../rules/record/input.ts';
import { RecordReader } from '../rules/record/reader.ts';
import type { Occurrence, Stream } from '../rules/streams.ts';
import type { Happening } from './surroundings.ts';

const WANTED: ReadonlySet<Stream> = new Set(['switch', 'pause']);

/**
 * What went on around nudges, as the record tells of it: breakpoints, focus sessions, times away. Saves leave no mark in the
 * record, so that a nudge may have come a little earlier than is told from here.
 */
export class RecordHappenings {
  private readonly happenings: Happening[] = [];
  private readonly idleAfterMs: number;
  private readonly reader: RecordReader;
  /** Debug sessions under way. */
  private readonly debugging = new Set<string>();

  /** `from`: where the first portion begins; a multiple of a minute. */
  constructor(from: number, surroundings: RuleSurroundings) {
    this.idleAfterMs = surroundings.idleAfterMs;
    this.reader = new RecordReader(from, surroundings, {
      wanted: WANTED,
      onOccurrence: occurrence => {
        this.take(occurrence);
      },
      onMinute: () => undefined,
      onLateMinute: () => undefined,
      onDay: () => undefined,
    });
  }

  /** Takes in the next portion, which ends at `to`, a multiple of a minute. */
  add(portion: RulePortion, to: number): void {
    const range = { start: this.reader.end, end: to };
    for (const fact of portion.facts) if (holds(range, fact.at)) this.takeFact(fact);
    for (const { startedAt, endedAt } of portion.sessions) {
      if (holds(range, startedAt)) this.happenings.push({ kind: 'focus', at: startedAt, phase: 'start' });
      if (endedAt !== null && holds(range, endedAt)) {
        this.happenings.push({ kind: 'focus', at: endedAt, phase: 'end' });
      }
    }
    this.reader.add(portion, to);
  }

  /** All of them, in order of time. */
  inOrder(): Happening[] {
    return this.happenings.toSorted((a, b) => a.at - b.at);
  }

  private take({ of, at, ms }: Occurrence): void {
    if (of === 'switch') this.happenings.push({ kind: 'breakpoint', at, breakpoint: 'switched' });
    if (of !== 'pause' || ms <= this.idleAfterMs) return;
    // A pause is told at its end.
    this.happenings.push({ kind: 'away', at: at - ms + this.idleAfterMs, phase: 'start' });
    this.happenings.push({ kind: 'away', at, phase: 'end' });
  }

  private takeFact(fact: Fact): void {
    if (fact.kind === 'debug') {
      const session = `${fact.window}\n${fact.id}`;
      if (fact.phase === 'start') this.debugging.add(session);
      else this.debugging.delete(session);
      if (fact.phase === 'stop' && this.debugging.size === 0) this.reach(fact.at, 'debugEnded');
      return;
    }
    const kind = fact.kind === 'suspend' ? null : breakpointOf(fact);
    if (kind === 'commit' || kind === 'testsPassed') this.reach(fact.at, kind);
  }

  private reach(at: number, breakpoint: 'commit' | 'testsPassed' | 'debugEnded'): void {
    this.happenings.push({ kind: 'breakpoint', at, breakpoint });
  }
}

function holds({ start, end }: Interval, at: number): boolean {
  return at >= start && at < end;
}
