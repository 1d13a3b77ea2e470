import { rest, type Clock } from '../base/clock.ts';
import type { Disposable } from '../base/disposable.ts';
import type { Event } from '../base/emitter.ts';
import { addDays } from '../core/queue/plainDate.ts';
import type { DayRules } from '../core/stats/day.ts';
import { ruleFigures, type RuleChange, type RuleFigures } from '../core/stats/ruleChange.ts';
import { soundSeals } from './pastDays.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface RuleFollowerPorts {
  readonly clock: Clock;
  readonly rules: () => FollowedRules;
  /** The window that leads computes history anew, and tells. */
  readonly isLeading: () => boolean;
  /** Rolls past days up by the rules of now. */
  readonly sealPast: () => Promise<void>;
  /** History is computed anew for longer than a moment. */
  readonly onLong: (work: Promise<void>) => void;
  readonly onDidFollow: (change: RuleChange) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

export interface FollowedRules extends DayRules {
  readonly deepBlockMs: number;
}

/** Days before today that one is told of. */
const TOLD_DAYS = 30;
/** What takes longer is worth a word. */
const LONG_MS = 1_000;
/** A setting that is still being typed is not told of letter by letter. */
const SETTLE_MS = 2_000;

/** When the rules change that history is computed by, has it computed anew and says what that changed. Loaded then. */
export class RuleFollower implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: RuleFollowerPorts;
  /** What the days came to before the first of several changes; null: none is followed. */
  private before: RuleFigures | null = null;
  private changes = 0;
  private isDisposed = false;

  constructor(keeper: RecordKeeper, ports: RuleFollowerPorts) {
    this.keeper = keeper;
    this.ports = ports;
  }

  /** To be called when the rules have become other ones than `old`. Settles when what there is to say is said. */
  async follow(old: FollowedRules): Promise<void> {
    const { isLeading, sealPast, onFailure } = this.ports;
    try {
      if (isLeading()) await this.recompute(old);
      else await sealPast();
    } catch (error) {
      onFailure('What the new setting changed cannot be told.', error);
    }
  }

  dispose(): void {
    this.isDisposed = true;
  }

  private async recompute(old: FollowedRules): Promise<void> {
    const { clock, sealPast, onLong, onDidFollow } = this.ports;
    const change = ++this.changes;
    this.before ??= this.figures(old);
    const work = sealPast();
    let isDone = false;
    const watched = work.finally(() => {
      isDone = true;
    });
    void rest(clock, LONG_MS).then(() => {
      if (!isDone && change === this.changes && !this.isDisposed) onLong(work);
    });
    await watched;
    await rest(clock, SETTLE_MS);
    if (change !== this.changes || this.isDisposed) return;
    const { before } = this;
    this.before = null;
    const after = this.figures(this.ports.rules());
    if (before && after) onDidFollow({ days: TOLD_DAYS, before, after });
  }

  /** Of the last days that are rolled up by these rules; null: there are none. */
  private figures(rules: FollowedRules): RuleFigures | null {
    const { readable } = this.keeper;
    if (!readable) return null;
    const { store, calendar } = readable;
    const today = calendar.dayAt(this.ports.clock.now()).date;
    const range = { from: addDays(today, -TOLD_DAYS), to: addDays(today, -1) };
    const sound = new Set(soundSeals(store, range, rules).map(({ date }) => date));
    const days = store.rollups.days(range.from, range.to).filter(({ date }) => sound.has(date));
    const blocks = store.dayParts.blocks(range.from, range.to).filter(({ date }) => sound.has(date));
    return days.length === 0 ? null : ruleFigures(days, blocks, rules.deepBlockMs);
  }
}

/** What is told of a recomputation that takes long. */
export interface LongRecompute {
  readonly work: Promise<void>;
  /** The ISO date of a day that has just been computed. */
  readonly onDidSeal: Event<string>;
}
