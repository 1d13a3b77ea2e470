import { assertNever } from '../assertNever.ts';
import type { Reason } from './reasons.ts';

/** `countdown` has a planned length, `flow` counts up until it is ended, `pomodoro` is one of the rounds of a series. */
export const FOCUS_KINDS = ['countdown', 'flow', 'pomodoro'] as const;
export type FocusKind = (typeof FOCUS_KINDS)[number];

/** A `break` is timed as a session is, but it is none of focus: nothing interrupts it, and nobody asks how it went. */
export const SESSION_KINDS = [...FOCUS_KINDS, 'break'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const OUTCOMES = ['done', 'notDone', 'more'] as const;
/** What the developer says of a session at its end; `more`: there is more to do. */
export type Outcome = (typeof OUTCOMES)[number];

/** "+5 min". */
export const EXTEND_MS = 300_000;

/**
 * A focus session. What is left of it follows from the times alone, so that it goes on while no window is open, through a
 * reload, a crash and a sleep of the machine. Times are epoch milliseconds, lengths milliseconds.
 */
export interface Session {
  /** 0 until it is stored. */
  readonly id: number;
  readonly kind: SessionKind;
  /** null for `flow`. */
  readonly plannedMs: number | null;
  readonly startedAt: number;
  /** Pauses that are over. */
  readonly pausedMs: number;
  /** When the present pause began; null: it runs. */
  readonly pausedAt: number | null;
  readonly endedAt: number | null;
  readonly outcome: Outcome | null;
  /** What the developer adds to the outcome; may be empty. */
  readonly word: string;
  /** What it is for, as `plainLine` leaves it; may be empty. A break has that of the round before it. */
  readonly intention: string;
  /** The id of the queue item that it is for; null: of none. As `intention` in a break. */
  readonly item: string | null;
  /** Of a pomodoro: which of the rounds, from 1 on; of a break: which one it follows. null: of no series. */
  readonly round: number | null;
  /** What interrupted it, as the developer says. */
  readonly reasons: readonly Reason[];
  /** By the wall clock, when the machine's uptime was 0: tells a clock that was set from time that has passed (`clockShift`). */
  readonly bootAt: number;
}

/** What is known of a session when it begins. */
export type SessionStart = Pick<Session, 'kind' | 'plannedMs' | 'intention' | 'item' | 'round' | 'bootAt'>;

export type SessionEvent =
  | {
      readonly kind: 'start';
      readonly session: SessionStart;
    }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'extend' }
  /** What has interrupted it so far: in place of what was said before. */
  | { readonly kind: 'interrupted'; readonly reasons: readonly Reason[] }
  /**
   * Of that very session, which may have ended by itself meanwhile: then only what is said of it is added. A break has no
   * outcome.
   */
  | { readonly kind: 'end'; readonly id: number; readonly outcome: Outcome | null; readonly word: string }
  /** `isBreakpoint`: nobody is interrupted mid-thought now. */
  | { readonly kind: 'timePassed'; readonly isBreakpoint: boolean; readonly softLandingMs: number }
  /** The wall clock was set by `by`, or began anew with the machine; `now` is by the clock as it is after that. */
  | { readonly kind: 'clockSet'; readonly by: number; readonly bootAt: number };

/**
 * The session after an event; null: there is none. The same object where the event changes nothing, such as the second of two
 * ends: a session ends once.
 */
export function transition(session: Session | null, event: SessionEvent, now: number): Session | null {
  if (event.kind === 'start') return isOpen(session) ? session : begin(event.session, now);
  if (session === null) return null;
  if (event.kind === 'end') return event.id === session.id ? finish(session, event, now) : session;
  return isOpen(session) ? advance(session, event, now) : session;
}

export function isOpen(session: Session | null): session is Session & { readonly endedAt: null } {
  return session !== null && session.endedAt === null;
}

/** How long it has run, without pauses; at the end, its length. */
export function elapsedMs(session: Session, now: number): number {
  return Math.max(0, (session.endedAt ?? session.pausedAt ?? now) - session.startedAt - session.pausedMs);
}

/** What is left; negative once the time is up, null where none is planned. */
export function remainingMs(session: Session, now: number): number | null {
  return session.plannedMs === null ? null : session.plannedMs - elapsedMs(session, now);
}

/** The time is up, and the end waits for a breakpoint. */
export function isLanding(session: Session, now: number): boolean {
  const remaining = remainingMs(session, now);
  return isOpen(session) && session.pausedAt === null && remaining !== null && remaining <= 0;
}

/** When the time is up if nobody pauses; null where none is planned. */
export function dueAt({ plannedMs, startedAt, pausedMs }: Session): number | null {
  return plannedMs === null ? null : startedAt + pausedMs + plannedMs;
}

type Running = Exclude<SessionEvent, { kind: 'start' | 'end' }>;

function begin(plan: SessionStart, now: number): Session {
  return {
    ...plan,
    id: 0,
    startedAt: now,
    pausedMs: 0,
    pausedAt: null,
    endedAt: null,
    outcome: null,
    word: '',
    reasons: [],
  };
}

function finish(
  session: Session,
  { outcome, word }: Extract<SessionEvent, { kind: 'end' }>,
  now: number,
): Session {
  if (session.endedAt === null) return { ...endAt(resume(session, now), now), outcome, word };
  return session.outcome === null && outcome !== null ? { ...session, outcome, word } : session;
}

function advance(session: Session, event: Running, now: number): Session {
  switch (event.kind) {
    case 'pause':
      return session.pausedAt === null ? { ...session, pausedAt: Math.max(now, session.startedAt) } : session;
    case 'resume':
      return resume(session, now);
    case 'extend':
      return extend(session, now);
    case 'interrupted':
      return { ...session, reasons: event.reasons };
    case 'timePassed':
      return land(session, event, now);
    case 'clockSet':
      return shift(session, event.by, event.bootAt);
    default:
      return assertNever(event);
  }
}

function resume(session: Session, now: number): Session {
  if (session.pausedAt === null) return session;
  const pausedMs = session.pausedMs + Math.max(0, now - session.pausedAt);
  return { ...session, pausedMs, pausedAt: null };
}

/** Once the time is up, five minutes from now: what has passed while the end waited is given. */
function extend(session: Session, now: number): Session {
  if (session.plannedMs === null) return session;
  return { ...session, plannedMs: Math.max(session.plannedMs, elapsedMs(session, now)) + EXTEND_MS };
}

/** Never before its start, whatever the clock says. */
function endAt(session: Session, now: number): Session {
  return { ...session, endedAt: Math.max(now, session.startedAt + session.pausedMs) };
}

/**
 * Whoever looks late (the machine slept, no window was open) ends it when it would have ended: at the cap. The end of a break
 * waits for nothing.
 */
function land(
  session: Session,
  { isBreakpoint, softLandingMs }: Extract<SessionEvent, { kind: 'timePassed' }>,
  now: number,
): Session {
  const due = dueAt(session);
  if (due === null || !isLanding(session, now)) return session;
  const cap = session.kind === 'break' ? due : due + softLandingMs;
  return isBreakpoint || now >= cap ? endAt(session, Math.min(now, cap)) : session;
}

function shift(session: Session, by: number, bootAt: number): Session {
  const { startedAt, pausedAt } = session;
  return {
    ...session,
    startedAt: startedAt + by,
    pausedAt: pausedAt === null ? null : pausedAt + by,
    bootAt,
  };
}
