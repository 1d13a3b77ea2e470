import { rest, type Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Signal } from '../core/activity/signal.ts';
import { hear, HEARD_NOTHING, isBreakpoint, type Heard } from '../core/focus/breakpoint.ts';
import { countInterruptions, type Interruptions } from '../core/focus/interruptions.ts';
import {
  clockShift,
  dueAt,
  isLanding,
  isOpen,
  transition,
  type Outcome,
  type Session,
  type SessionEvent,
  type SessionKind,
} from '../core/focus/session.ts';
import { minutes } from '../core/settings.ts';
import { switchTimes } from '../core/stats/computeDays.ts';
import { plainLine } from '../core/text/plainLine.ts';
import { StoreBusy } from '../store/errors.ts';
import type { SessionChange } from '../store/sessions.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface FocusRules {
  /** How long the end may wait for a breakpoint. */
  readonly softLandingMs: number;
  readonly idleAfterMs: number;
}

export interface FocusKeeperPorts {
  readonly clock: Clock;
  /** Milliseconds since the machine was started, sleep included; nobody can set it. */
  readonly uptime: () => number;
  readonly rules: () => FocusRules;
  /** This window has the focus: what is to be said once is best said here. */
  readonly isForeground: () => boolean;
  readonly onFailure: (what: string, error: unknown) => void;
}

export interface SessionPlan {
  readonly kind: SessionKind;
  /** Of no use to `flow`. */
  readonly minutes: number;
  readonly intention: string;
}

const TICK_MS = 1_000;
/** Windows without the focus leave the end this long to the one that has it. */
const COURTESY_MS = 3_000;
/** For so long after its end it is asked how a session went. */
const REVIEW_MS = 12 * 3_600_000;
/** A span that goes on now began at most this long before the session: typing without a pause of 30 s is never longer. */
const LONGEST_SPAN_MS = 3_600_000;
/** How often, and after how many milliseconds each, is tried again what another window is in the way of. */
const TRIES = 40;
const PAUSE_MS = 50;

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
  private readonly heard: Heard = { ...HEARD_NOTHING };
  private last: Session | null = null;
  private ticking: Disposable | null = null;
  /** Since when the end is due here; null: it is not. */
  private ripeSince: number | null = null;
  private counted: Interruptions | null = null;
  private hasFailed = false;

  /** A session began, ended or was changed, by this window or another. */
  readonly onDidChange = this.changed.event;
  /** A second of an open session has passed. */
  readonly onDidTick = this.ticked.event;
  /** A session has ended by itself; told in one window only. */
  readonly onDidEnd = this.ended.event;

  constructor(keeper: RecordKeeper, ports: FocusKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
    const look = () => {
      this.look();
    };
    this.disposables.add(keeper.onDidChangeState(look));
    this.disposables.add(keeper.onDidChangeRecord(look));
    this.disposables.add(
      keeper.onDidCommit(() => {
        this.counted = null;
      }),
    );
  }

  /** The one that is not over. */
  get session(): Session | null {
    return isOpen(this.last) ? this.last : null;
  }

  /** The last session, if it ended by itself not long ago and nothing was said of it. */
  get unreviewed(): Session | null {
    const { last } = this;
    if (!last || last.outcome !== null || last.endedAt === null) return null;
    return this.ports.clock.now() - last.endedAt < REVIEW_MS ? last : null;
  }

  /** Of the open session. Where they cannot be read there are none. */
  interruptions(): Interruptions {
    return (this.counted ??= this.countInterruptions());
  }

  signal(signal: Signal): void {
    hear(this.heard, signal);
  }

  /** Answers false where another session is open, which goes on, or there is no record. Rejects with a `StoreError`. */
  async start(plan: SessionPlan): Promise<boolean> {
    const { clock, uptime } = this.ports;
    const session = {
      kind: plan.kind,
      plannedMs: plan.kind === 'flow' ? null : minutes(plan.minutes),
      intention: plainLine(plan.intention),
      bootAt: clock.now() - uptime(),
    };
    const { before, after } = await this.act({ kind: 'start', session });
    return isOpen(after) && !isOpen(before);
  }

  async pause(): Promise<void> {
    await this.act({ kind: 'pause' });
  }

  async resume(): Promise<void> {
    await this.act({ kind: 'resume' });
  }

  async extend(): Promise<void> {
    await this.act({ kind: 'extend' });
  }

  /** Ends that session, or says how it went where it has ended by itself. */
  async end(id: number, outcome: Outcome, word = ''): Promise<void> {
    await this.act({ kind: 'end', id, outcome, word: plainLine(word) });
  }

  dispose(): void {
    this.ticking?.dispose();
    this.disposables.dispose();
  }

  private look(): void {
    this.counted = null;
    try {
      this.take(this.keeper.readable?.store.sessions.last() ?? null);
    } catch (error) {
      this.fail(error);
    }
  }

  private take(last: Session | null): void {
    const isSame = JSON.stringify(last) === JSON.stringify(this.last);
    this.last = last;
    const isTicking = this.session !== null;
    if (!isTicking) this.ticking?.dispose();
    this.ticking = isTicking ? (this.ticking ?? this.startTicking()) : null;
    if (isSame) return;
    this.ripeSince = null;
    this.counted = null;
    this.changed.fire();
  }

  private startTicking(): Disposable {
    return this.ports.clock.every(TICK_MS, () => {
      this.tick();
    });
  }

  private tick(): void {
    const { session } = this;
    if (!session) return;
    const now = this.ports.clock.now();
    try {
      if (this.isRipe(session, now) || clockShift(session, now, this.ports.uptime())) this.letTimePass(now);
    } catch (error) {
      // The next tick tries again.
      if (!(error instanceof StoreBusy)) this.fail(error);
    }
    this.ticked.fire();
  }

  private isRipe(session: Session, now: number): boolean {
    if (!isLanding(session, now) || transition(session, this.timePassed(session, now), now) === session) {
      this.ripeSince = null;
      return false;
    }
    this.ripeSince ??= now;
    return this.ports.isForeground() || Math.abs(now - this.ripeSince) >= COURTESY_MS;
  }

  /** What was read may be two seconds old: what is to be done is decided anew on what the record says by now. */
  private letTimePass(now: number): void {
    const { before, after } = this.change(last => this.timePassed(last, now));
    this.hasFailed = false;
    if (isOpen(before) && after && !isOpen(after)) this.ended.fire(after);
  }

  private timePassed(session: Session | null, now: number): SessionEvent {
    const { softLandingMs } = this.ports.rules();
    const due = session && dueAt(session);
    if (!session || due === null) return { kind: 'timePassed', isBreakpoint: false, softLandingMs };
    // Whoever works in another window is not to be taken for absent: the record knows of all of them.
    const lastSpanEnd = this.keeper.readable?.store.lastSpanEnd(session.startedAt - LONGEST_SPAN_MS);
    const heard = { ...this.heard, signalAt: Math.max(this.heard.signalAt, lastSpanEnd ?? -Infinity) };
    return { kind: 'timePassed', isBreakpoint: isBreakpoint(heard, due, now), softLandingMs };
  }

  /** For what the user asks for: where another window writes, it waits a moment. */
  private async act(event: SessionEvent): Promise<SessionChange> {
    for (let tries = 1; ; tries++) {
      try {
        return this.change(() => event);
      } catch (error) {
        if (!(error instanceof StoreBusy) || tries === TRIES) throw error;
      }
      await rest(this.ports.clock, PAUSE_MS);
    }
  }

  private change(eventFor: (last: Session | null) => SessionEvent): SessionChange {
    const { readable } = this.keeper;
    if (!readable) return { before: null, after: null };
    const now = this.ports.clock.now();
    const change = readable.store.sessions.change(stored => {
      const last = this.settleClock(stored, now);
      return transition(last, eventFor(last), now);
    }, readable.calendar.offsetAt(now));
    this.take(change.after);
    return change;
  }

  private settleClock(session: Session | null, now: number): Session | null {
    const shift = isOpen(session) ? clockShift(session, now, this.ports.uptime()) : null;
    return shift ? transition(session, shift, now) : session;
  }

  private countInterruptions(): Interruptions {
    const none = { own: 0, outer: 0 };
    const { session } = this;
    const { readable } = this.keeper;
    if (!session || !readable) return none;
    const range = { start: session.startedAt, end: this.ports.clock.now() };
    const rules = this.ports.rules();
    try {
      const { slice } = readable.store.slice(range.start, range.end, rules.idleAfterMs);
      const facts = readable.store.factsBetween(range.start, range.end);
      return countInterruptions(range, facts, switchTimes(slice, rules));
    } catch (error) {
      this.fail(error);
      return none;
    }
  }

  /** Told once, and not every second. */
  private fail(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.ports.onFailure('The focus session cannot be read or written now.', error);
  }
}
