import { assertNever } from '../assertNever.ts';

/** `countdown` has a planned length, `flow` counts up until it is ended. */
export const SESSION_KINDS = ['countdown', 'flow'] as const;
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
  /** What it is for, as `plainLine` leaves it; may be empty. */
  readonly intention: string;
  /** By the wall clock, when the machine's uptime was 0: tells a clock that was set from time that has passed (`clockShift`). */
  readonly bootAt: number;
}

export type SessionEvent =
  | {
      readonly kind: 'start';
      readonly session: Pick<Session, 'kind' | 'plannedMs' | 'intention' | 'bootAt'>;
    }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'extend' }
  /** Of that very session, which may have ended by itself meanwhile: then only what is said of it is added. */
  | { readonly kind: 'end'; readonly id: number; readonly outcome: Outcome; readonly word: string }
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

function begin(plan: Extract<SessionEvent, { kind: 'start' }>['session'], now: number): Session {
  return {
    ...plan,
    id: 0,
    startedAt: now,
    pausedMs: 0,
    pausedAt: null,
    endedAt: null,
    outcome: null,
    word: '',
  };
}

function finish(
  session: Session,
  { outcome, word }: Extract<SessionEvent, { kind: 'end' }>,
  now: number,
): Session {
  if (session.endedAt === null) return { ...endAt(resume(session, now), now), outcome, word };
  return session.outcome === null ? { ...session, outcome, word } : session;
}

function advance(session: Session, event: Running, now: number): Session {
  switch (event.kind) {
    case 'pause':
      return session.pausedAt === null ? { ...session, pausedAt: Math.max(now, session.startedAt) } : session;
    case 'resume':
      return resume(session, now);
    case 'extend':
      return extend(session, now);
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

/** Whoever looks late (the machine slept, no window was open) ends it when it would have ended: at the cap. */
function land(
  session: Session,
  { isBreakpoint, softLandingMs }: Extract<SessionEvent, { kind: 'timePassed' }>,
  now: number,
): Session {
  const due = dueAt(session);
  if (due === null || !isLanding(session, now)) return session;
  const cap = due + softLandingMs;
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

/** What two readings of two clocks may differ by, and a clock that is put right bit by bit. */
const CLOCK_TOLERANCE_MS = 5_000;

/**
 * Whether the wall clock was set since the session was last written; null: it was not.
 *
 * The wall clock alone cannot tell a machine that slept from a clock set forward. Its distance from the uptime can: uptime counts
 * sleep, starts at 0 with the machine, is one for all windows, and nobody sets it. If the distance has changed, the clock was set by
 * just that, and the session's times move along, so that what is left of it stays. After a restart of the machine the distance
 * says nothing; then the wall clock is believed. A restart is seen by an uptime below that of the session's start. Where that does
 * not show it (a session begun right after a start of the machine, or a second restart), what is left is too much, never too
 * little: no session ends early.
 */
export function clockShift(
  { startedAt, bootAt }: Session,
  now: number,
  uptimeMs: number,
): Extract<SessionEvent, { kind: 'clockSet' }> | null {
  const by = now - uptimeMs - bootAt;
  if (Math.abs(by) < CLOCK_TOLERANCE_MS) return null;
  const isRestarted = uptimeMs < startedAt - bootAt;
  return { kind: 'clockSet', by: isRestarted ? 0 : by, bootAt: bootAt + by };
}
