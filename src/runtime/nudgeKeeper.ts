import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Signal } from '../core/activity/signal.ts';
import { seededChance } from '../core/nudges/learning/chance.ts';
import type { Nudge, NudgeAnswer } from '../core/nudges/nudge.ts';
import { NO_PAST, type Entry, type Past } from '../core/nudges/past.ts';
import type { Present } from '../core/nudges/policy.ts';
import { claimEntries, decidedIn, isAnyOpen, leaderEntries, openIn } from '../core/nudges/turns.ts';
import { StoreBusy } from '../store/errors.ts';
import { nudging, type NudgeTable } from '../store/nudges.ts';
import { levelEntries } from './nudgeLevels.ts';
import { NudgeMoments } from './nudgeMoments.ts';
import type { NudgeKeeperPorts } from './nudgePorts.ts';
import { presentAt } from './nudgePresent.ts';
import type { ReadableRecord } from './pastDays.ts';
import { patiently } from './patiently.ts';
import type { RecordKeeper } from './recordKeeper.ts';

const LOOK_MS = 1_000;

/**
 * Keeps the nudges of all windows, which stand in the record. The window that leads decides, once for all; the one in front claims
 * what asks for a look and shows it; an answer in one holds in all. Each of these is one transaction in which what the others did a
 * moment ago is seen.
 */
export class NudgeKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: NudgeKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private readonly moments: NudgeMoments;
  private known: Past = NO_PAST;
  private knownLevels: readonly Entry[] = [];
  /** Of the table when it was last read. */
  private version = '';
  /** The levels that were last compared with the record, as a text. */
  private notedLevels = '';
  /** Claimed here, and not shown yet. */
  private readonly showing = new Set<number>();
  private hasFailed = false;

  /** What is shown, or how the user stands to a rule, has changed, by this window or another. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: NudgeKeeperPorts) {
    const { clock, rulesAtWork, leader } = ports;
    this.keeper = keeper;
    this.ports = ports;
    this.moments = new NudgeMoments(keeper, ports.idleAfterMs, clock.now());
    const look = () => {
      this.look();
    };
    this.disposables.add(clock.every(LOOK_MS, look));
    for (const changed of [rulesAtWork.onDidChange, leader.onDidChange, keeper.onDidForget])
      this.disposables.add(changed(look));
    this.look();
  }

  /** Those that can be seen and wait for an answer, in the order of deciding. */
  get open(): readonly Nudge[] {
    return openIn(this.known);
  }

  get past(): Past {
    return this.known;
  }

  /** Each time that a rule was set to another level. */
  get levelsSet(): readonly Entry[] {
    return this.knownLevels;
  }

  /** Takes in a signal of this window. */
  signal(signal: Signal): void {
    if (this.keeper.state?.kind !== 'recording') return;
    this.moments.signal(signal);
    if (this.moments.hasNews) this.look();
  }

  /** Writes what the user has said to nudges. Rejects with a `StoreError`. */
  async answer(ids: readonly number[], answer: NudgeAnswer): Promise<void> {
    await this.write(at => ids.map(id => ({ kind: 'nudge', at, id, event: answer })));
  }

  /** Shows a rule as before. Rejects with a `StoreError`. */
  async restore(rule: string): Promise<void> {
    await this.write(at => [{ kind: 'rule', at, rule, word: { kind: 'restored' } }]);
  }

  /** Forgets what was learnt. Rejects with a `StoreError`. */
  async resetLearning(): Promise<void> {
    await this.write(at => [{ kind: 'learningReset', at }]);
  }

  /** Does what there is to be done now. */
  look(): void {
    const record = this.keeper.readable;
    if (!record) {
      this.become('', NO_PAST);
      return;
    }
    try {
      this.take(record);
    } catch (error) {
      // The next look tries again.
      if (!(error instanceof StoreBusy)) this.fail(error);
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private take(record: ReadableRecord): void {
    const { clock, leader, isForeground } = this.ports;
    const now = clock.now();
    const table = record.store.part(nudging);
    this.moments.tell(now);
    this.follow(table, now);
    if (leader.isLeading) this.lead(record, now);
    if (isForeground()) this.claim(record, now);
  }

  /** Reads what another window has written. */
  private follow(table: NudgeTable, now: number): void {
    const version = table.version();
    if (version === this.version) return;
    this.knownLevels = table.levelsSet();
    this.become(version, table.read(now));
  }

  private lead(record: ReadableRecord, now: number): void {
    const { leader, rulesAtWork, nudgeRules, window } = this.ports;
    this.noteLevels(now);
    // Before the rules have looked, nothing is known to be over; where all of them are off, there is nothing to look at.
    const isAnyOn = rulesAtWork.rules.some(({ level }) => level !== 'off');
    if (isAnyOn && rulesAtWork.status().size === 0) return;
    const raised = rulesAtWork.raised();
    if (raised.length === 0 && !isAnyOpen(this.known)) return;
    const present = this.presentOf(record, now);
    const entries = (past: Past, nextId: number) =>
      leaderEntries({ past, present, rules: nudgeRules(), window, nextId, raised, chanceOf: seededChance });
    if (entries(this.known, 0).length === 0) return;
    leader.once(store => {
      store.part(nudging).changeWithin(now, entries);
    });
    this.follow(record.store.part(nudging), now);
  }

  private claim(record: ReadableRecord, now: number): void {
    if (decidedIn(this.known).length === 0) return;
    const { nudgeRules, window } = this.ports;
    const present = this.presentOf(record, now);
    const table = record.store.part(nudging);
    table.change(now, past => claimEntries({ past, present, rules: nudgeRules(), window }));
    this.follow(table, now);
    this.showClaimed();
  }

  /** What this window has claimed, delivery by delivery. */
  private showClaimed(): void {
    const claimed = [...this.known.nudges.values()].filter(
      nudge => nudge.state === 'claimed' && nudge.window === this.ports.window && !this.showing.has(nudge.id),
    );
    for (const delivery of new Set(claimed.map(nudge => nudge.delivery))) {
      void this.show(claimed.filter(nudge => nudge.delivery === delivery));
    }
  }

  private async show(nudges: readonly Nudge[]): Promise<void> {
    const { window, show, onFailure } = this.ports;
    for (const { id } of nudges) this.showing.add(id);
    try {
      await show(nudges);
      await this.write(at =>
        nudges.map(({ id }) => ({ kind: 'nudge', at, id, event: { kind: 'shown', window } })),
      );
    } catch (error) {
      onFailure('A suggestion could not be shown.', error);
    } finally {
      for (const { id } of nudges) this.showing.delete(id);
    }
  }

  /** A level that was set anew is the user's word. */
  private noteLevels(now: number): void {
    const { leader, rulesAtWork } = this.ports;
    const levels = JSON.stringify(rulesAtWork.rules.map(({ rule, level }) => [rule.id, level]));
    if (levels === this.notedLevels) return;
    const isDone = leader.once(store => {
      const table = store.part(nudging);
      const { entries, firsts } = levelEntries(rulesAtWork.rules, table.levels(), now);
      table.changeWithin(now, () => entries);
      for (const { rule, level } of firsts) table.noteLevel(rule.id, level);
    });
    if (isDone) this.notedLevels = levels;
  }

  private async write(entriesAt: (at: number) => readonly Entry[]): Promise<void> {
    const { clock } = this.ports;
    const { readable } = this.keeper;
    if (!readable) return;
    const table = readable.store.part(nudging);
    await patiently(clock, () => {
      table.change(clock.now(), () => entriesAt(clock.now()));
    });
    this.look();
  }

  private presentOf(record: ReadableRecord, now: number): Present {
    const { quietHours, idleAfterMs } = this.ports;
    const { carriedAt } = this.moments;
    return presentAt(now, record, { quietHours: quietHours(), idleAfterMs: idleAfterMs(), carriedAt });
  }

  private become(version: string, past: Past): void {
    const isSame = this.known === past;
    this.version = version;
    this.known = past;
    if (!isSame) this.changed.fire();
  }

  /** Told once, and not every second. */
  private fail(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.ports.onFailure('Suggestions cannot be read or written now.', error);
  }
}
