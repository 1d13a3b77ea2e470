import { nextRound, offerAfter, type PomodoroLengths } from './offer.ts';
import type { FocusKind, Session, SessionStart } from './session.ts';

/** What the user asks for. */
export interface SessionPlan {
  readonly kind: FocusKind;
  /** Of use to a countdown only. */
  readonly minutes: number;
  /** As `plainLine` leaves it. */
  readonly intention: string;
  /** The id of the queue item that it is for. */
  readonly item?: string | null;
}

/** A session that is to begin; `bootAt` is known to whoever begins it. */
export type PlannedStart = Omit<SessionStart, 'bootAt'>;

/** The session that a plan makes at `now`, after the session that was last. */
export function planned(
  { kind, minutes, intention, item = null }: SessionPlan,
  last: Session | null,
  now: number,
  lengths: PomodoroLengths,
): PlannedStart {
  const place = { intention, item };
  switch (kind) {
    case 'countdown':
      return { kind, plannedMs: Math.round(minutes * 60_000), round: null, ...place };
    case 'flow':
      return { kind, plannedMs: null, round: null, ...place };
    case 'pomodoro':
      return { kind, plannedMs: lengths.roundMs, round: nextRound(last, now), ...place };
  }
}

/** What is offered at `now`, as a session; it is for what the one before it was for. null: nothing is offered. */
export function plannedOffer(
  last: Session | null,
  now: number,
  lengths: PomodoroLengths,
): PlannedStart | null {
  const offer = offerAfter(last, now, lengths);
  if (!offer || !last) return null;
  if (offer.kind === 'round') return plannedRound(last, now, lengths);
  const { round, intention, item } = last;
  return { kind: 'break', plannedMs: offer.plannedMs, round, intention, item };
}

/** The next round of a series, without the break. */
export function plannedRound(last: Session, now: number, lengths: PomodoroLengths): PlannedStart {
  return planned({ ...last, kind: 'pomodoro', minutes: 0 }, last, now, lengths);
}
