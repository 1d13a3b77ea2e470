import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Raised } from '../core/nudges/raised.ts';
import type { RuleStatus } from '../core/rules/finding.ts';
import { readRules, type ReadRules, type RuleProblem } from '../core/rules/readRules.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';
import type { Settings } from '../core/settings.ts';
import { StoreBusy } from '../store/errors.ts';
import { FailedRules } from './failedRules.ts';
import type { Leader } from './leader.ts';
import type { ReadableRecord } from './pastDays.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { RuleFeed, ruleSettings, settledUntil } from './ruleFeed.ts';
import { isSame, NO_RAISES, raisesOf, type RuleRaises } from './ruleRaises.ts';

export interface RuleKeeperPorts {
  readonly clock: Clock;
  readonly leader: Pick<Leader, 'isLeading' | 'onDidChange'>;
  readonly settings: () => Settings;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  /** A rule failed, and is off until it is changed or Andon is started again. Told once of each. */
  readonly onRuleFailure: (rule: string, error: unknown) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** How often it is asked whether rules have something to look at; mostly they have not, and that costs nothing. */
const LOOK_MS = 5_000;
/** Where the clock was set back by more, the record is read anew: else rules would wait until it is that late again. */
const SET_BACK_MS = 600_000;

/** Rules at work on a record that is open. */
interface Run {
  readonly record: ReadableRecord;
  /** The settings that it was begun with. */
  readonly wanted: string;
  /** null: nothing is recorded yet. */
  readonly feed: RuleFeed | null;
}

/**
 * Lets the rules look at the record, minute by minute, in the window that leads; in the others it knows the settings only.
 *
 * What is raised follows from the record alone. So nothing of it is stored: a window that takes the lead reads the last weeks anew.
 */
export class RuleKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: RuleKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private read: ReadRules = { rules: [], problems: [] };
  /** All that rules depend on in the settings, as a text to compare. */
  private wanted = '';
  private readonly failed = new FailedRules();
  private run: Run | null = null;
  private known = NO_RAISES;
  private isFollowing = false;
  /** What could not be read, by which settings: it is not tried again. */
  private unreadable: { readonly record: ReadableRecord; readonly wanted: string } | null = null;
  private isDisposed = false;

  /** What is raised, what can be said of rules, or what is wrong with them has changed. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: RuleKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.refresh();
    const drop = () => {
      if (!this.record()) this.drop();
    };
    this.disposables.add(ports.leader.onDidChange(drop));
    this.disposables.add(keeper.onDidChangeState(drop));
    this.disposables.add(
      keeper.onDidForget(() => {
        this.drop();
      }),
    );
    this.disposables.add(
      ports.clock.every(LOOK_MS, () => {
        void this.follow();
      }),
    );
  }

  /** The rules as the settings have them. */
  get rules(): readonly ReadyRule[] {
    return this.read.rules;
  }

  /** What is wrong with rules in the settings. */
  get problems(): readonly RuleProblem[] {
    return this.read.problems;
  }

  /** What fires now, joined with its rule; empty where this window does not lead, and while nothing is recorded. */
  raised(): readonly Raised[] {
    return this.known.raised;
  }

  /** What can be said of each rule that is not off, by its id; empty where `raised` is. */
  status(): ReadonlyMap<string, RuleStatus> {
    return this.known.status;
  }

  /** To be called when settings have changed. What was raised stays until the rules have looked anew. */
  refresh(): void {
    const settings = this.ports.settings();
    const { rules, customRules } = settings;
    const wanted = JSON.stringify([rules, customRules, ruleSettings(settings)]);
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    this.read = readRules(settings);
    this.changed.fire();
  }

  /** Lets the rules look at what is new. Settles when they have. */
  async follow(): Promise<void> {
    if (this.isFollowing) return;
    this.isFollowing = true;
    try {
      await this.advance();
    } catch (error) {
      this.fail(error);
    } finally {
      this.isFollowing = false;
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  /** The record to look at; null: rules have nothing to do here. */
  private record(): ReadableRecord | null {
    const { readable, state } = this.keeper;
    const isAtWork = !this.isDisposed && this.ports.leader.isLeading && state?.kind === 'recording';
    return isAtWork ? readable : null;
  }

  private async advance(): Promise<void> {
    const record = this.record();
    if (!record || this.isUnreadable(record)) return;
    const until = settledUntil(this.ports.clock.now());
    if (!this.run || !this.isCurrent(this.run) || this.isSetBack(this.run, until))
      this.run = this.begin(record);
    if (!this.run.feed) this.become(NO_RAISES);
    else if (this.run.feed.engine.end < until) await this.readOn(this.run, this.run.feed, until);
  }

  private async readOn(run: Run, feed: RuleFeed, until: number): Promise<void> {
    const portions = feed.advance(until);
    while (!portions.next().done) {
      await this.ports.yieldTurn();
      if (!this.isCurrent(run)) return;
    }
    this.become(raisesOf(feed.engine, this.read.rules, this.failed, run.record.store));
  }

  private begin(record: ReadableRecord): Run {
    const { clock, settings } = this.ports;
    const rules = this.read.rules.filter(ready => !this.failed.has(ready));
    const feed = RuleFeed.begin(record, {
      ...{ rules, settings: settings(), from: clock.now() },
      onTransition: () => undefined,
      onFailure: (rule, error) => {
        this.noteFailure(rule, error);
      },
    });
    return { record, wanted: this.wanted, feed };
  }

  /** Where it is not, it is to be begun anew. */
  private isCurrent(run: Run): boolean {
    const isOfNow = run === this.run && run.wanted === this.wanted && this.record() === run.record;
    return isOfNow && run.feed?.isOutdated === false;
  }

  private isSetBack({ feed }: Run, until: number): boolean {
    return feed !== null && feed.engine.end > until + SET_BACK_MS;
  }

  private isUnreadable(record: ReadableRecord): boolean {
    return this.unreadable?.record === record && this.unreadable.wanted === this.wanted;
  }

  private noteFailure(id: string, error: unknown): void {
    const ready = this.read.rules.find(({ rule }) => rule.id === id);
    if (ready) this.failed.note(ready);
    this.ports.onRuleFailure(id, error);
  }

  private drop(): void {
    this.run = null;
    this.become(NO_RAISES);
  }

  private become(known: RuleRaises): void {
    const hasChanged = !isSame(known, this.known);
    this.known = known;
    if (hasChanged) this.changed.fire();
  }

  /** The rules rest until something changes; while another window writes they only wait. */
  private fail(error: unknown): void {
    const record = this.record();
    if (!record || error instanceof StoreBusy) return;
    this.unreadable = { record, wanted: this.wanted };
    this.drop();
    this.ports.onFailure('The rules could not read the record, and rest.', error);
  }
}
