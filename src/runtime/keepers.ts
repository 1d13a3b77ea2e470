import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Lazy } from '../base/lazy.ts';
import type { StatsQueue } from '../core/stats/queueItems.ts';
import type { RuleChange } from '../core/stats/ruleChange.ts';
import { sessionStretches } from '../core/stats/sessionStretches.ts';
import type { WeekOptions } from '../core/stats/week/week.ts';
import { Breakpoints } from './breakpoints.ts';
import { CheckInKeeper } from './checkInKeeper.ts';
import { DayKeeper } from './dayKeeper.ts';
import { DaySealer } from './daySealer.ts';
import { FocusKeeper, type FocusRules } from './focusKeeper.ts';
import { Leader } from './leader.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import type { LongRecompute, RuleFollower } from './ruleFollower.ts';
import type { StatsKeeper } from './statsKeeper.ts';
import type { WorkdayKeeper } from './workdayKeeper.ts';

/** What the user's settings say of numbers and sessions. */
export type Rules = FocusRules & WeekOptions;

export interface KeepersPorts {
  readonly clock: Clock;
  /** The machine's zone now (IANA name). */
  readonly zone: () => string;
  /** Milliseconds since the machine was started, sleep included. */
  readonly uptime: () => number;
  readonly rules: () => Rules;
  /** Names this window among all. */
  readonly name: string;
  readonly isForeground: () => boolean;
  /** Whether the check-in may be asked for. */
  readonly mayAsk: () => boolean;
  /** The items of the queue, with their times. */
  readonly queue: () => StatsQueue;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  /** History is computed anew for longer than a moment. */
  readonly onLongRecompute: (recompute: LongRecompute) => void;
  /** It was, and this is what changed. */
  readonly onDidRecompute: (change: RuleChange) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** All that one window keeps of a record, each part in its place; but for the queue, which has a room of its own. */
export class Keepers implements Disposable {
  readonly days: DayKeeper;
  readonly leader: Leader;
  readonly breakpoints: Breakpoints;
  readonly focus: FocusKeeper;
  readonly stats: Lazy<StatsKeeper>;
  readonly checkIns: CheckInKeeper;
  private readonly sealer: DaySealer;
  private readonly ruleFollower: Lazy<RuleFollower>;
  private readonly ports: KeepersPorts;
  /** By which everything is computed. */
  private rules: Rules;
  private readonly disposables = new DisposableStore();

  constructor(keeper: RecordKeeper, ports: KeepersPorts) {
    const { clock } = ports;
    this.days = this.disposables.add(new DayKeeper(keeper, ports));
    this.leader = this.disposables.add(new Leader(keeper, ports));
    this.sealer = this.disposables.add(
      new DaySealer(keeper, { ...ports, isLeading: () => this.leader.isLeading }),
    );
    this.ports = ports;
    this.rules = ports.rules();
    this.ruleFollower = new Lazy(() => this.makeRuleFollower(keeper, ports));
    this.disposables.add(
      this.leader.onDidChange(() => {
        void this.sealer.sealPast();
      }),
    );
    this.breakpoints = new Breakpoints(keeper, clock);
    this.focus = this.disposables.add(new FocusKeeper(keeper, { ...ports, breakpoints: this.breakpoints }));
    this.stats = new Lazy(() => this.makeStats(keeper, ports));
    const { days, leader, focus, breakpoints } = this;
    const workdays = new Lazy(() => makeWorkdays(keeper, ports));
    this.checkIns = this.disposables.add(
      new CheckInKeeper(keeper, {
        ...{ ...ports, days, leader, focus, breakpoints },
        lastHourOf: async day => (await workdays.get()).lastHourOf(day),
      }),
    );
  }

  /** To be called when the rules have changed: every number may be another. */
  recompute(): void {
    this.days.forget();
    const old = this.rules;
    this.rules = this.ports.rules();
    const { idleAfterMs, deepBlockMs } = this.rules;
    if (idleAfterMs === old.idleAfterMs && deepBlockMs === old.deepBlockMs) void this.sealer.sealPast();
    else void this.ruleFollower.get().then(follower => follower.follow(old));
  }

  private async makeRuleFollower(keeper: RecordKeeper, ports: KeepersPorts): Promise<RuleFollower> {
    const { RuleFollower } = await import('./ruleFollower.ts');
    const { sealer } = this;
    return this.disposables.add(
      new RuleFollower(keeper, {
        ...ports,
        isLeading: () => this.leader.isLeading,
        sealPast: () => sealer.sealPast(),
        onLong: work => {
          ports.onLongRecompute({ work, onDidSeal: sealer.onDidSeal });
        },
        onDidFollow: ports.onDidRecompute,
      }),
    );
  }

  private async makeStats(keeper: RecordKeeper, ports: KeepersPorts): Promise<StatsKeeper> {
    const { StatsKeeper } = await import('./statsKeeper.ts');
    return this.disposables.add(
      new StatsKeeper(keeper, this.days, {
        ...ports,
        sessionsIn: day => sessionStretches(this.focus.sessionsIn(day), day, ports.clock.now()),
        checkIns: (from, to) => keeper.readable?.store.checkIns.between(from, to) ?? [],
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

async function makeWorkdays(keeper: RecordKeeper, ports: KeepersPorts): Promise<WorkdayKeeper> {
  const { WorkdayKeeper } = await import('./workdayKeeper.ts');
  return new WorkdayKeeper(keeper, ports);
}
