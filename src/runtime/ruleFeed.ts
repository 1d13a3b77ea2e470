import { PULSE_MS } from '../core/activity/span.ts';
import { RuleEngine, type RuleEnginePorts } from '../core/rules/engine.ts';
import { reachDays } from '../core/rules/neededDays.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';
import { GRID_MS, gridBefore, type RulePortion, type RuleSurroundings } from '../core/rules/record/input.ts';
import { minutes, type Settings } from '../core/settings.ts';
import type { Store } from '../store/store.ts';
import type { ReadableRecord } from './pastDays.ts';
import { UsedBefore } from './usedBefore.ts';

/** So many spans are read at once at most: a few milliseconds, however dense a day is. */
const PORTION_SPANS = 200;
/** The first portions are smaller, and each is larger by this: code that has never run takes ten times as long. */
const FIRST_PORTION_SPANS = 10;
/** A window writes every two seconds, and tries again where another was writing. */
const LATE_WRITE_MS = 10_000;
/** So much of the record is read at least before what is wanted: working hours are told from eight weeks. */
export const WARM_UP_DAYS = 60;

/** Until when nothing of the record can change any more at `now`, since spans grow by the pulse rule. A multiple of a minute. */
export function settledUntil(now: number): number {
  return gridBefore(now - PULSE_MS - LATE_WRITE_MS);
}

export interface RuleFeedOptions extends RuleEnginePorts {
  readonly rules: readonly ReadyRule[];
  readonly settings: Settings;
  /** From when on findings are wanted; the record before is read as far as they depend on it. -Infinity: from its beginning. */
  readonly from: number;
}

/** Feeds an engine with a record, slice by slice: all at once for a backtest, every now and then while the record grows. */
export class RuleFeed {
  readonly engine: RuleEngine;
  private readonly store: Store;
  private readonly version: string;
  private readonly used: UsedBefore;
  private portionSpans = 0;

  /** Throws a `StoreError`. null where nothing is recorded yet. */
  static begin(record: ReadableRecord, options: RuleFeedOptions): RuleFeed | null {
    const recordedSince = record.store.firstSpanStart();
    if (recordedSince === null) return null;
    const reach = options.rules.map(ready => (ready.level === 'off' ? 0 : reachDays(ready)));
    const wanted = options.from - Math.max(WARM_UP_DAYS, ...reach) * 86_400_000;
    const start = gridBefore(record.calendar.dayAt(Math.max(recordedSince, wanted)).start);
    return new RuleFeed(record, options, start, recordedSince);
  }

  private constructor(
    record: ReadableRecord,
    options: RuleFeedOptions,
    start: number,
    recordedSince: number,
  ) {
    const { store, calendar } = record;
    this.used = new UsedBefore(store, calendar.dayAt(recordedSince), calendar.dayAt(start));
    const surroundings: RuleSurroundings = {
      calendar,
      ...ruleSettings(options.settings),
      recordedSince,
      hours: null,
      item: store.currentItem(start),
      usedBefore: this.used.ms,
    };
    this.store = store;
    this.engine = new RuleEngine(options.rules, start, surroundings, options);
    this.version = this.readVersion();
  }

  /** Whether something was corrected or forgotten that may have been read already: begin anew. Throws a `StoreError`. */
  get isOutdated(): boolean {
    return this.readVersion() !== this.version;
  }

  /** Reads on until `to`, a multiple of a minute that `settledUntil` allows; yields after each slice how far it is. Throws a `StoreError`. */
  *advance(to: number): Generator<number, void> {
    for (const steps = this.used.read(); !steps.next().done;) yield this.engine.end;
    while (this.engine.end < to) {
      const from = this.engine.end;
      this.portionSpans = Math.min(this.portionSpans + FIRST_PORTION_SPANS, PORTION_SPANS);
      const end = portionEnd(this.store, from, to, this.portionSpans);
      this.engine.advance(rulePortion(this.store, from, end), end);
      yield end;
    }
  }

  private readVersion(): string {
    const { store, engine } = this;
    // A new name may take the place of one that was counted.
    const names = engine.isCounted('away') ? store.namesVersion() : 0;
    return [store.corrections.version(), store.generation(), names].join(' ');
  }
}

/** The settings that rules depend on, beside those of each rule. */
export function ruleSettings(
  settings: Settings,
): Pick<RuleSurroundings, 'idleAfterMs' | 'deepBlockMs' | 'weeklyPlanMs'> {
  return {
    idleAfterMs: minutes(settings['idle.after']),
    deepBlockMs: minutes(settings['focus.deepBlockMinutes']),
    weeklyPlanMs: minutes(settings['focus.weeklyPlan'] * 60),
  };
}

/** Where a portion that begins at `from` ends, at `to` at the latest: a multiple of a minute. */
function portionEnd(store: Store, from: number, to: number, spans: number): number {
  const next = store.spanStartAfter(from, spans);
  return next === null || next >= to ? to : Math.max(gridBefore(next), from + GRID_MS);
}

/** `[from, to)` of a record, as rules take it in. Throws a `StoreError`. */
export function rulePortion(store: Store, from: number, to: number): RulePortion {
  return {
    ...store.rows(from, to),
    sessions: store.sessions.between({ start: from, end: to }),
    items: store.tasks.all(),
  };
}
