import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Interval } from '../core/activity/interval.ts';
import type { Interruptions } from '../core/focus/interruptions.ts';
import { offerAfter, type Offer, type PomodoroLengths } from '../core/focus/offer.ts';
import {
  planned,
  plannedOffer,
  plannedRound,
  type PlannedStart,
  type SessionPlan,
} from '../core/focus/plan.ts';
import type { Reason } from '../core/focus/reasons.ts';
import {
  dueAt,
  isLanding,
  isOpen,
  transition,
  type Outcome,
  type Session,
  type SessionEvent,
} from '../core/focus/session.ts';
import { plainLine } from '../core/text/plainLine.ts';
import { StoreBusy } from '../store/errors.ts';
import type { Breakpoints } from './breakpoints.ts';
import { InterruptionCount, NO_INTERRUPTIONS } from './interruptionCount.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { NO_SESSIONS, SessionRecord, type EventFor, type KnownSessions } from './sessionRecord.ts';

export interface FocusRules {
  /** How long the end may wait for a breakpoint. */
  readonly softLandingMs: number;
  readonly idleAfterMs: number;
  readonly pomodoro: PomodoroLengths;
}

export interface FocusKeeperPorts {
  readonly clock: Clock;
  /** Milliseconds since the machine was started, sleep included; nobody can set it. */
  readonly uptime: () => number;
  readonly rules: () => FocusRules;
  readonly breakpoints: Breakpoints;
  /** This window has the focus: what is to be said once is best said here. */
  readonly isForeground: () => boolean;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** What is said of a session that is over. */
export interface Review {
  readonly outcome: Outcome;
  readonly word?: string;
  readonly reasons?: readonly Reason[];
}

const TICK_MS = 1_000;
/** Windows without the focus leave the end this long to the one that has it. */
const COURTESY_MS = 3_000;
/** For so long after its end it is asked how a session went. */
const REVIEW_MS = 12 * 3_600_000;

/**
 * Keeps the one focus session of all windows. It stands in the record, so that it survives whatever happens to a window; each
 * window reads it when another has written, and the one whose write ends it says so.
 */
export class FocusKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: FocusKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private readonly ticked = this.disposables.add(new Emitter<void>());
  private readonly ended = this.disposables.add(new Emitter<Session>());
  private readonly record: SessionRecord;
  private readonly counts: InterruptionCount;
  private known = NO_SESSIONS;
  private ticking: Disposable | null = null;
  /** Since when the end is due here; null: it is not. */
  private ripeSince: number | null = null;
  private hasFailed = false;

  /** A session began, ended or was changed, by this window or another, or what was offered is so no more. */
  readonly onDidChange = this.changed.event;
  /** A second of an open session has passed. */
  readonly onDidTick = this.ticked.event;
  /** A session or a break has ended by itself; told in one window only. */
  readonly onDidEnd = this.ended.event;

  constructor(keeper: RecordKeeper, ports: FocusKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.record = new SessionRecord(keeper, ports.clock, ports.uptime);
    this.counts = new InterruptionCount(keeper, ports.clock, ports.rules);
    const look = () => {
      this.look();
    };
    this.disposables.add(keeper.onDidChangeState(look));
    this.disposables.add(keeper.onDidChangeRecord(look));
    this.disposables.add(
      keeper.onDidCommit(() => {
        this.counts.forget();
      }),
    );
  }

  /** The one that is not over; it may be a break. */
  get session(): Session | null {
    const { last } = this.known;
    return isOpen(last) ? last : null;
  }

  /** The last session, if it ended by itself not long ago and nothing was said of it. */
  get unreviewed(): Session | null {
    const { lastFocus } = this.known;
    if (!lastFocus || lastFocus.outcome !== null || lastFocus.endedAt === null) return null;
    return this.ports.clock.now() - lastFocus.endedAt < REVIEW_MS ? lastFocus : null;
  }

  /** What comes next in a series, while no session runs; null: nothing. */
  get offer(): Offer | null {
    const { last, declinedId } = this.known;
    if (!last || last.id === declinedId) return null;
    return offerAfter(last, this.ports.clock.now(), this.ports.rules().pomodoro);
  }

  /** Of a session that is over, or of the open one until now. Where they cannot be read there are none. */
  interruptions(session: Session): Interruptions {
    return this.readOr(NO_INTERRUPTIONS, () => this.counts.of(session));
  }

  /** The sessions of a time, breaks left out. Where they cannot be read there are none. */
  sessionsIn(range: Interval): Session[] {
    return this.readOr([], () => this.keeper.readable?.store.sessions.between(range) ?? []);
  }

  /** Answers false where another session is open, which goes on, or there is no record. Rejects with a `StoreError`. */
  start(plan: SessionPlan): Promise<boolean> {
    const plain = { ...plan, intention: plainLine(plan.intention) };
    return this.begin((last, now, lengths) => planned(plain, last, now, lengths));
  }

  /** Begins the break or the round that is offered. Answers as `start`. */
  takeOffer(): Promise<boolean> {
    return this.begin(plannedOffer);
  }

  /** Begins the next round without the break that is offered. Answers as `start`. */
  startNextRound(): Promise<boolean> {
    return this.begin((last, now, lengths) => last && plannedRound(last, now, lengths));
  }

  /** Enough for now: nothing more is offered, in any window. */
  async declineOffer(): Promise<void> {
    const { last } = this.known;
    if (last) await this.record.decline(last.id);
    this.look();
  }

  async pause(): Promise<void> {
    await this.act(() => ({ kind: 'pause' }));
  }

  async resume(): Promise<void> {
    await this.act(() => ({ kind: 'resume' }));
  }

  async extend(): Promise<void> {
    await this.act(() => ({ kind: 'extend' }));
  }

  /** Says what has interrupted the session so far. */
  async setReasons(reasons: readonly Reason[]): Promise<void> {
    await this.act(() => ({ kind: 'interrupted', reasons }));
  }

  /** Ends that session, or says how it went where it has ended by itself. A break has no outcome. */
  async end(id: number, outcome: Outcome | null, word = ''): Promise<void> {
    await this.act(() => ({ kind: 'end', id, outcome, word: plainLine(word) }));
  }

  /** Says how a session went that is over, unless that was said already. */
  async review(id: number, { outcome, word = '', reasons = [] }: Review): Promise<void> {
    await this.record.say(id, { outcome, word: plainLine(word), reasons });
    this.look();
  }

  dispose(): void {
    this.ticking?.dispose();
    this.disposables.dispose();
  }

  private look(): void {
    this.counts.forget();
    try {
      this.take(this.record.read());
    } catch (error) {
      this.fail(error);
    }
  }

  private take(known: KnownSessions): void {
    const isSame = JSON.stringify(known) === JSON.stringify(this.known);
    this.known = known;
    const isTicking = this.session !== null || this.offer !== null;
    if (!isTicking) this.ticking?.dispose();
    this.ticking = isTicking ? (this.ticking ?? this.startTicking()) : null;
    if (isSame) return;
    this.ripeSince = null;
    this.counts.forget();
    this.changed.fire();
  }

  private startTicking(): Disposable {
    return this.ports.clock.every(TICK_MS, () => {
      if (this.session) this.tick(this.session);
      else if (!this.offer) this.expire();
    });
  }

  private tick(session: Session): void {
    try {
      if (this.isRipe(session) || this.record.clockShift(session)) this.letTimePass();
    } catch (error) {
      // The next tick tries again.
      if (!(error instanceof StoreBusy)) this.fail(error);
    }
    this.ticked.fire();
  }

  /** No offer stands for ever. */
  private expire(): void {
    this.ticking?.dispose();
    this.ticking = null;
    this.changed.fire();
  }

  private isRipe(session: Session): boolean {
    const now = this.ports.clock.now();
    if (!isLanding(session, now) || transition(session, this.timePassed(session), now) === session) {
      this.ripeSince = null;
      return false;
    }
    this.ripeSince ??= now;
    return this.ports.isForeground() || Math.abs(now - this.ripeSince) >= COURTESY_MS;
  }

  /** What was read may be two seconds old: what is to be done is decided anew on what the record says by now. */
  private letTimePass(): void {
    const { before, after } = this.record.change(last => this.timePassed(last));
    this.take(this.record.read());
    this.hasFailed = false;
    if (isOpen(before) && after && !isOpen(after)) this.ended.fire(after);
  }

  private timePassed(session: Session | null): SessionEvent {
    const due = session && dueAt(session);
    return {
      kind: 'timePassed',
      isBreakpoint: due !== null && this.ports.breakpoints.isBreakpoint(due),
      softLandingMs: this.ports.rules().softLandingMs,
    };
  }

  private async begin(
    plan: (last: Session | null, now: number, lengths: PomodoroLengths) => PlannedStart | null,
  ): Promise<boolean> {
    const { before, after } = await this.act((last, now) => {
      const session = plan(last, now, this.ports.rules().pomodoro);
      return session && { kind: 'start', session: { ...session, bootAt: this.record.bootAt() } };
    });
    return isOpen(after) && !isOpen(before);
  }

  private async act(eventFor: EventFor) {
    const change = await this.record.act(eventFor);
    this.take(this.record.read());
    return change;
  }

  private readOr<T>(fallback: T, read: () => T): T {
    try {
      return read();
    } catch (error) {
      this.fail(error);
      return fallback;
    }
  }

  /** Told once, and not every second. */
  private fail(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.ports.onFailure('The focus session cannot be read or written now.', error);
  }
}
