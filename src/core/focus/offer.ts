import { elapsedMs, type Session } from './session.ts';

/** Rounds of a series; after the last one the break is long. */
export const ROUNDS = 4;

/** Lengths of a series of rounds, in milliseconds. */
export interface PomodoroLengths {
  readonly roundMs: number;
  readonly breakMs: number;
  readonly longBreakMs: number;
}

/** What would come next. Nothing of it begins by itself. */
export type Offer =
  /** `nextRound`: the one that can be begun without the break; null after a session of no series. */
  | { readonly kind: 'break'; readonly plannedMs: number; readonly nextRound: number | null }
  | { readonly kind: 'round'; readonly round: number };

const MINUTE_MS = 60_000;
/** So long after a round or a break the series can go on; later it begins anew, and nothing is offered. */
const OFFER_MS = 30 * MINUTE_MS;

/** What is offered at `now` after the session that ended last; null: nothing. */
export function offerAfter(last: Session | null, now: number, lengths: PomodoroLengths): Offer | null {
  if (!last || !isFresh(last, now)) return null;
  switch (last.kind) {
    case 'pomodoro':
      if (!isRound(last, now)) return null;
      return {
        kind: 'break',
        plannedMs: last.round === ROUNDS ? lengths.longBreakMs : lengths.breakMs,
        nextRound: nextRound(last, now),
      };
    case 'break':
      return last.round === null ? null : { kind: 'round', round: nextRound(last, now) };
    case 'flow': {
      const plannedMs = flowBreakMs(last, now);
      return plannedMs === null ? null : { kind: 'break', plannedMs, nextRound: null };
    }
    case 'countdown':
      return null;
  }
}

/** Which round a pomodoro is that begins now. */
export function nextRound(last: Session | null, now: number): number {
  const round = last && isFresh(last, now) ? last.round : null;
  if (!last || round === null) return 1;
  return isRound(last, now) ? (round % ROUNDS) + 1 : round;
}

/** A round that was ended before half of its time is none: it asks for no break, and is begun anew. */
function isRound(last: Session, now: number): boolean {
  return last.kind !== 'pomodoro' || elapsedMs(last, now) * 2 >= (last.plannedMs ?? 0);
}

/** Less than this asks for no break. */
const LEAST_FLOW_MS = 15 * MINUTE_MS;
/** The proportion of 25 and 5. */
const BREAK_SHARE = 1 / 5;

/** The break in proportion to a session that counted up, in whole minutes; null: none. */
export function flowBreakMs(session: Session, now: number): number | null {
  const elapsed = elapsedMs(session, now);
  if (session.kind !== 'flow' || elapsed < LEAST_FLOW_MS) return null;
  return Math.round((elapsed * BREAK_SHARE) / MINUTE_MS) * MINUTE_MS;
}

/** By a clock that was set since, it may have ended in the future. */
function isFresh({ endedAt }: Session, now: number): boolean {
  return endedAt !== null && Math.abs(now - endedAt) < OFFER_MS;
}
