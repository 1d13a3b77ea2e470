import type { Fact, FactOf } from '../../activity/facts.ts';
import { PULSE_MS, type Span } from '../../activity/span.ts';
import { assertNever } from '../../assertNever.ts';
import { BLANK, type Occurrence, type Stream } from '../streams.ts';
import { ActiveTrack } from './activeTrack.ts';
import {
  closingOccurrence,
  factOccurrence,
  RunPairs,
  sessionOccurrence,
  SpanOccurrences,
  tallyOccurrence,
} from './fromFacts.ts';
import { Habit } from './habit.ts';
import { GRID_MS, gridBefore, type RulePortion, type RuleSurroundings } from './input.ts';
import { momentsOf, type Moment } from './moments.ts';
import { GrowingTimeline, type Piece, type Sleep } from './timeline.ts';
import { UnderWay } from './underWay.ts';
import { WaitTrack } from './waitTrack.ts';

/** What a reader tells of, in the order of time. */
export interface RecordListener {
  /** Something that measures count. The object is to be read during the call only. */
  readonly onOccurrence: (occurrence: Occurrence) => void;
  /** A minute with active time is over; `at` is its end. */
  readonly onMinute: (at: number) => void;
  /** As above, of one without active time in which something was told, while somebody may still be there. */
  readonly onLateMinute: (at: number) => void;
  /** A day begins. */
  readonly onDay: (start: number) => void;
  /** What is to be told; the rest is not looked for. */
  readonly wanted: ReadonlySet<Stream>;
}

/**
 * Turns the record into occurrences, in the order of time and minute by minute, as it grows.
 *
 * It goes no further than what can change no more: into a pause only once it is known whether the gap rule holds for it. So
 * what it tells does not depend on the portions in which it is told of the record.
 */
export class RecordReader {
  readonly habit: Habit;
  readonly underWay = new UnderWay();
  private readonly listener: RecordListener;
  private readonly timeline: GrowingTimeline;
  private readonly active: ActiveTrack;
  private readonly waits: WaitTrack;
  private readonly runs = new RunPairs();
  private readonly spans = new SpanOccurrences();
  /** Those that are still to come. */
  private moments: Moment[] = [];
  private nextMoment = 0;
  /** Spans whose end may not be told yet, in order of start. */
  private open: Span[] = [];
  private firstOpen = 0;
  private readonly from: number;
  private readonly idleAfterMs: number;
  private readonly usedBefore: RuleSurroundings['usedBefore'];
  private readUntil: number;
  private current: number;
  private isMinuteActive = false;
  private isMinuteTold = false;

  /** `from`: where the first portion begins; a multiple of a minute. */
  constructor(from: number, surroundings: RuleSurroundings, listener: RecordListener) {
    const { calendar, idleAfterMs, deepBlockMs, recordedSince, hours, item, usedBefore } = surroundings;
    this.current = this.readUntil = this.from = from;
    this.idleAfterMs = idleAfterMs;
    this.listener = listener;
    this.habit = new Habit(calendar, recordedSince, hours);
    this.waits = new WaitTrack(idleAfterMs, listener.onOccurrence);
    this.active = new ActiveTrack({ deepBlockMs, item }, this.habit, this.waits, listener.onOccurrence);
    this.timeline = new GrowingTimeline(idleAfterMs, (start, end) => {
      this.active.addPause(start, end);
    });
    this.usedBefore = usedBefore;
  }

  /** How far everything is told. */
  get position(): number {
    return this.current;
  }

  /** How far the record was taken in: where the next portion begins. */
  get end(): number {
    return this.readUntil;
  }

  /** Takes in the next portion, which ends at `to`, a multiple of a minute. */
  add(portion: RulePortion, to: number): void {
    this.takeIn(portion, to);
    while (this.current < to) {
      this.tellSpans(gridBefore(this.current));
      const moment = this.moments[this.nextMoment];
      if (moment && moment.at <= this.current) {
        this.nextMoment++;
        this.apply(moment);
        continue;
      }
      const bound = Math.min(moment?.at ?? Infinity, this.active.settlesAfter(this.current), to);
      const piece = this.timeline.pieceAt(this.current, bound, to, this.sleepsUntil);
      if (!piece) return;
      this.pass(piece);
    }
  }

  private takeIn(portion: RulePortion, to: number): void {
    this.timeline.add(portion.spans, this.current);
    if (this.listener.wanted.has('span')) this.expect(portion.spans);
    const coming = momentsOf(portion, this.readUntil, to);
    this.moments = [...this.moments.slice(this.nextMoment), ...coming];
    this.nextMoment = 0;
    if (this.readUntil === this.from) this.begin(portion);
    this.underWay.renewSession(portion.sessions, this.readUntil);
    this.readUntil = to;
  }

  /** What had begun before anything was read. */
  private begin({ sessions }: RulePortion): void {
    for (const [item, ms] of this.usedBefore) {
      this.listener.onOccurrence({ ...BLANK, of: 'activeTime', at: -Infinity, item, ms });
    }
    for (const session of sessions) if (session.startedAt < this.from) this.underWay.addSession(session);
  }

  /** Spans that will be told when they are over; what is known of one already is replaced. */
  private expect(spans: readonly Span[]): void {
    this.open = this.open.slice(this.firstOpen);
    this.firstOpen = 0;
    for (const span of spans) {
      const index = span.start < this.readUntil ? this.open.findIndex(({ id }) => id === span.id) : -1;
      if (index < 0) this.open.push(span);
      else this.open[index] = span;
    }
  }

  /** A span is over once it can grow no more. `until`: a multiple of a minute, since active time that is told is cut there. */
  private tellSpans(until: number): void {
    for (let span = this.open[this.firstOpen]; span; span = this.open[this.firstOpen]) {
      if (span.end + PULSE_MS > until) return;
      this.firstOpen++;
      this.active.tell();
      this.isMinuteTold = true;
      this.listener.onOccurrence(this.spans.occurrence(span));
    }
  }

  private pass({ start, end, span, gapMs }: Piece): void {
    if (this.habit.reach(start)) this.listener.onDay(this.habit.dayStart);
    if (!span) {
      this.leaveMinuteFor(end);
      return;
    }
    const minuteEnd = minuteAfter(start);
    const until = Math.min(end, minuteEnd);
    this.active.add({ start, end: until, span, gapMs });
    this.isMinuteActive = true;
    this.current = until;
    if (until === minuteEnd) this.endMinute(minuteEnd);
  }

  /** Over time that is nobody's: only the minute in which it begins may have been active. */
  private leaveMinuteFor(end: number): void {
    const minuteEnd = minuteAfter(this.current);
    if (end >= minuteEnd) this.endMinute(minuteEnd);
    // A span that is not told yet will be within the next minute.
    const last = this.open[this.firstOpen];
    this.current = last && last.end <= minuteEnd ? Math.min(minuteEnd, end) : end;
  }

  private endMinute(at: number): void {
    this.active.tellAll();
    this.tellSpans(at);
    if (this.isMinuteActive) this.listener.onMinute(at);
    else if (this.isMinuteTold && at - this.timeline.lastEnd <= this.idleAfterMs + GRID_MS)
      this.listener.onLateMinute(at);
    this.isMinuteActive = this.isMinuteTold = false;
  }

  /** Sleeps that were noticed by then and are not applied yet. */
  private readonly sleepsUntil = (until: number): readonly Sleep[] => {
    let sleeps: Sleep[] | null = null;
    for (let i = this.nextMoment; i < this.moments.length; i++) {
      const moment = this.moments[i];
      if (!moment || moment.at > until) break;
      if (moment.kind === 'fact' && moment.fact.kind === 'suspend') (sleeps ??= []).push(moment.fact);
    }
    return sleeps ?? NO_SLEEPS;
  };

  private apply(moment: Moment): void {
    const { onOccurrence } = this.listener;
    this.active.tellAll();
    this.isMinuteTold = true;
    switch (moment.kind) {
      case 'fact':
        this.applyFact(moment.fact);
        return;
      case 'tally':
        onOccurrence(tallyOccurrence(moment.tally));
        return;
      case 'session':
        this.underWay.addSession(moment.session);
        onOccurrence(sessionOccurrence(moment.session, moment.phase));
        return;
      case 'closing':
        onOccurrence(closingOccurrence(moment.item, moment.at));
        return;
      default:
        assertNever(moment);
    }
  }

  private applyFact(fact: Fact): void {
    if (fact.kind === 'task' || fact.kind === 'terminal') {
      this.applyRun(fact);
      return;
    }
    if (fact.kind === 'debug') this.underWay.addDebug(fact);
    if (fact.kind === 'queue') this.active.changeItem(fact);
    const occurrence = factOccurrence(fact, this.active.projects);
    if (occurrence) this.listener.onOccurrence(occurrence);
  }

  private applyRun(fact: FactOf<'task'> | FactOf<'terminal'>): void {
    this.underWay.addRun(fact);
    this.waits.addRun(fact);
    this.listener.onOccurrence(this.runs.occurrence(fact));
  }
}

const NO_SLEEPS: readonly Sleep[] = [];

function minuteAfter(time: number): number {
  return (Math.floor(time / GRID_MS) + 1) * GRID_MS;
}
