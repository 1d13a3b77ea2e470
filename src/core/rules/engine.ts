import type { Items } from '../queue/item.ts';
import type { Finding, RuleStatus, Transition } from './finding.ts';
import type { Meter, RuleTime } from './measures/meter.ts';
import type { ReadyRule } from './readyRule.ts';
import type { RulePortion, RuleSurroundings } from './record/input.ts';
import { RecordReader } from './record/reader.ts';
import { RuleRun } from './ruleRun.ts';
import type { Occurrence, Stream } from './streams.ts';

const MINUTE_MS = 60_000;

export interface RuleEnginePorts {
  /** In the order of the record's time. */
  readonly onTransition: (transition: Transition) => void;
  /** A rule failed and is off from now on; `error` is for the log. */
  readonly onFailure: (rule: string, error: unknown) => void;
}

/** Who is to be told of the occurrences of a stream. */
interface Listening {
  readonly resets: { readonly run: RuleRun; readonly meter: Meter }[];
  readonly takers: { readonly run: RuleRun; readonly meter: Meter }[];
}

/**
 * All rules at work on a record, which comes in portions. What comes of them follows from the record alone, however it is
 * divided: live, in a replay and in a backtest it is the same.
 *
 * Rules look at the record once a minute, at each whole minute of which some part was active; and for as long after that as one
 * may be thinking still, at each in which something was told that they count: the test that fails, the end of a span. A minute is
 * looked at once nothing in it can change any more; a pause holds the rules up until it is known whether the gap rule holds for it.
 */
export class RuleEngine {
  private readonly ports: RuleEnginePorts;
  private readonly reader: RecordReader;
  private readonly runs: readonly RuleRun[];
  /** Rules that could not even be set up. */
  private readonly unmade: string[] = [];
  private readonly byStream = new Map<Stream, Listening>();
  private items: Items = new Map();

  /** `from`: where the first portion begins; a multiple of a minute. Rules of the level `off` are left out. */
  constructor(
    rules: readonly ReadyRule[],
    from: number,
    surroundings: RuleSurroundings,
    ports: RuleEnginePorts,
  ) {
    this.ports = ports;
    this.runs = rules.filter(({ level }) => level !== 'off').flatMap(each => this.tryRun(each, surroundings));
    this.reader = new RecordReader(from, surroundings, {
      wanted: new Set(this.byStream.keys()),
      onOccurrence: occurrence => {
        this.take(occurrence);
      },
      onMinute: at => {
        this.look(at, () => true);
      },
      onLateMinute: at => {
        this.look(at, run => run.isTold);
      },
      onDay: start => {
        this.forEach(run => {
          run.beginDay(start);
        });
      },
    });
  }

  /** Where the next portion begins; epoch milliseconds. */
  get end(): number {
    return this.reader.end;
  }

  /** Whether any rule counts occurrences of a stream. */
  isCounted(stream: Stream): boolean {
    return this.byStream.has(stream);
  }

  /** Takes in the portion from `end` to `to`, a multiple of a minute before which nothing of the record can change any more. */
  advance(portion: RulePortion, to: number): void {
    this.items = portion.items;
    this.reader.add(portion, to);
    this.forEach(run => {
      run.pass(this.reader.position - MINUTE_MS);
    });
  }

  /** The record is over: what fires does so no longer. */
  finish(): void {
    this.forEach(run => {
      run.pass(Infinity);
    });
  }

  /** Of the rules that fire, as far as is known. */
  findings(): Finding[] {
    return this.runs.flatMap(run => run.finding ?? []);
  }

  /** What can be said of each rule that is not off, by its id. */
  status(): ReadonlyMap<string, RuleStatus> {
    const time = { now: this.reader.position, weekStart: this.reader.habit.weekStart };
    const failed: [string, RuleStatus][] = this.unmade.map(id => [id, { kind: 'failed' }]);
    return new Map([...failed, ...this.runs.map((run): [string, RuleStatus] => [run.id, run.status(time)])]);
  }

  private tryRun(ready: ReadyRule, surroundings: RuleSurroundings): RuleRun[] {
    try {
      return [this.makeRun(ready, surroundings)];
    } catch (error) {
      this.unmade.push(ready.rule.id);
      this.ports.onFailure(ready.rule.id, error);
      return [];
    }
  }

  private makeRun(ready: ReadyRule, { weeklyPlanMs, recordedSince }: RuleSurroundings): RuleRun {
    const run = new RuleRun(ready, {
      recordedSince,
      figures: {
        budget: item => {
          const minutes = this.items.get(item)?.budgetMinutes ?? null;
          return minutes === null ? null : minutes * MINUTE_MS;
        },
        // The reader may be past a pause already, which is not what is looked at.
        plannedDeepTime: (_, now) =>
          weeklyPlanMs === 0 ? null : weeklyPlanMs * this.reader.habit.partOfWeekAt(now),
      },
      onTransition: transition => {
        this.ports.onTransition(transition);
      },
    });
    for (const meter of run.meters) {
      for (const stream of meter.resetStreams) this.listenersOf(stream).resets.push({ run, meter });
      for (const stream of meter.streams) this.listenersOf(stream).takers.push({ run, meter });
    }
    return run;
  }

  private listenersOf(stream: Stream): Listening {
    let listening = this.byStream.get(stream);
    if (!listening) this.byStream.set(stream, (listening = { resets: [], takers: [] }));
    return listening;
  }

  /** No functions in here: there are half a million occurrences in a year. */
  private take(occurrence: Occurrence): void {
    const listening = this.byStream.get(occurrence.of);
    if (!listening) return;
    for (const { run, meter } of listening.resets) {
      try {
        if (run.hasFailed) continue;
        run.isTold = true;
        meter.resetBy(occurrence);
      } catch (error) {
        this.fail(run, error);
      }
    }
    for (const { run, meter } of listening.takers) {
      try {
        if (run.hasFailed) continue;
        run.isTold = true;
        meter.take(occurrence);
      } catch (error) {
        this.fail(run, error);
      }
    }
  }

  private look(now: number, isDue: (run: RuleRun) => boolean): void {
    const { habit, underWay } = this.reader;
    const time: RuleTime = { now, dayStart: habit.dayStart, weekStart: habit.weekStart };
    this.forEach(run => {
      if (!isDue(run)) return;
      run.isTold = false;
      // What ends with the minute was so throughout.
      run.look(time, inhibitor => underWay.isSo(inhibitor, now - 1));
    });
  }

  private forEach(work: (run: RuleRun) => void): void {
    for (const run of this.runs) {
      if (run.hasFailed) continue;
      try {
        work(run);
      } catch (error) {
        this.fail(run, error);
      }
    }
  }

  /** The others go on. */
  private fail(run: RuleRun, error: unknown): void {
    run.hasFailed = true;
    this.ports.onFailure(run.id, error);
  }
}
