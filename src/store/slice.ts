import type { RecordSlice } from '../core/activity/facts.ts';
import type { Interval } from '../core/activity/interval.ts';
import { buildRuns } from '../core/activity/waiting.ts';
import { LONG_AWAY_MS } from './aways.ts';
import type { Connection } from './connection.ts';
import type { CorrectionTable } from './corrections.ts';
import type { FactTables } from './facts.ts';
import { inOrder } from './places.ts';
import { linkedRange, Ranges } from './ranges.ts';
import { LONG_SPAN_MS, type SpanTable } from './spans.ts';
import type { TallyTable } from './tallies.ts';
import { DAWN, DOOM } from './touched.ts';

/** A part of the record, and the time in which another row could change what is computed from it. */
export interface ReachingSlice {
  readonly slice: RecordSlice;
  /** Both ends belong to it. */
  readonly reach: Interval;
}

/** The tables that a slice is of. */
export interface SlicedTables {
  readonly spans: SpanTable;
  readonly corrections: CorrectionTable;
  readonly facts: FactTables;
  readonly tallies: TallyTable;
}

/** Reads everything that the days of a time are computed from. */
export class Slicer {
  private readonly spans: SpanTable;
  private readonly corrections: CorrectionTable;
  private readonly facts: FactTables;
  private readonly tallies: TallyTable;
  private readonly ranges: readonly Ranges[];

  constructor(connection: Connection, { spans, corrections, facts, tallies }: SlicedTables) {
    this.spans = spans;
    this.corrections = corrections;
    this.facts = facts;
    this.tallies = tallies;
    this.ranges = [
      new Ranges(connection, { table: 'span', length: 'ms', longMs: LONG_SPAN_MS }),
      new Ranges(connection, { table: 'away', length: '(until - start)', longMs: LONG_AWAY_MS }),
    ];
  }

  /** As `Store.slice`. */
  read(from: number, to: number, idleAfterMs: number): ReachingSlice {
    const linked = linkedRange(this.ranges, from, to, idleAfterMs);
    const recorded = this.spans.startingBetween(linked.start, linked.end);
    const inside = this.corrections.correct(recorded, linked.start, linked.end);
    const aways = this.facts.aways.startingBetween(linked.start, linked.end);
    const waiting = this.readWaiting(inside, linked);
    const facts = inOrder([
      ...aways,
      ...this.facts.suspends.during(linked.start, linked.end),
      ...this.facts.events.queueFor(linked.start, linked.end),
      ...waiting.facts,
    ]);
    // Of what was deleted too: it may be taken back.
    const covered = [...recorded, ...aways.map(({ fact }) => fact as unknown as Interval)];
    let first = from + idleAfterMs;
    let last = to - idleAfterMs;
    for (const { start, end } of covered) {
      if (start < first) first = start;
      if (end > last) last = end;
    }
    return {
      slice: { spans: waiting.spans, facts, tallies: this.tallies.startingBetween(from, to) },
      reach: {
        start: Math.min(first - idleAfterMs, waiting.from),
        end: Math.max(last + idleAfterMs, waiting.to),
      },
    };
  }

  /**
   * Waiting reaches from the sign of a person before it to the one after it, however far they are: where a build or a test ran
   * meanwhile, the spans next to the slice belong to it.
   */
  private readWaiting(inside: RecordSlice['spans'], { start, end }: Interval) {
    const before = this.spans.endingLastBefore(start);
    const after = this.spans.firstAfter(end);
    const facts = this.facts.events.runsFor({ start: before?.end ?? start, end: after?.start ?? end });
    const runs = buildRuns(inOrder([...facts]));
    const firstStart = inside[0]?.start ?? after?.start ?? Infinity;
    const lastEnd = inside.reduce((last, span) => Math.max(last, span.end), before?.end ?? -Infinity);
    const beforeEnd = before?.end ?? DAWN;
    const afterStart = after?.start ?? DOOM;
    const isWaitBefore = runs.some(run => run.start < firstStart && run.end > beforeEnd);
    const isWaitAfter = runs.some(run => run.end > lastEnd && run.start < afterStart);
    return {
      facts,
      spans: [
        ...(isWaitBefore && before ? [before] : []),
        ...inside,
        ...(isWaitAfter && after ? [after] : []),
      ],
      from: isWaitBefore ? beforeEnd : Infinity,
      to: isWaitAfter ? afterStart : -Infinity,
    };
  }
}
