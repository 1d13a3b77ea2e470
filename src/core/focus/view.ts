import type { SessionView } from '../messages/focus.ts';
import { countOf } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import type { Interruptions } from './interruptions.ts';
import { elapsedMs, type Outcome, type Session } from './session.ts';

const MINUTE_MS = 60_000;

/** What is left, a minute at a time and never less than there is; seconds in the last minute. Takes milliseconds above 0. */
export function formatRemaining(ms: number): string {
  if (ms <= MINUTE_MS) return `${Math.ceil(ms / 1000)} s`;
  return formatDuration(Math.ceil(ms / MINUTE_MS) * MINUTE_MS);
}

/** How long a session that counts up has run: whole minutes. */
export function formatElapsed(ms: number): string {
  return ms < MINUTE_MS ? '0 min' : formatDuration(ms);
}

/** The one thing to say of a session: what is left of it, or how long it has run. */
export function sessionTime({
  plannedMs,
  elapsedMs: elapsed,
}: Pick<SessionView, 'plannedMs' | 'elapsedMs'>): string {
  if (plannedMs === null) return formatElapsed(elapsed);
  return elapsed >= plannedMs ? 'Time is up' : formatRemaining(plannedMs - elapsed);
}

/** "2 switches, 1 loss of focus"; empty: nothing interrupted. */
export function interruptionsText({ own, outer }: Interruptions): string {
  const parts = [
    own > 0 && countOf(own, 'switch', 'switches'),
    outer > 0 && countOf(outer, 'loss of focus', 'losses of focus'),
  ];
  return parts.filter(part => part !== false).join(', ');
}

export function sessionView(session: Session, interruptions: Interruptions, now: number): SessionView {
  return {
    plannedMs: session.plannedMs,
    elapsedMs: elapsedMs(session, now),
    isPaused: session.pausedAt !== null,
    intention: session.intention,
    interruptions: interruptionsText(interruptions),
  };
}

/** What an outcome is called on screen. */
export const OUTCOME_NAMES: { readonly [O in Outcome]: string } = {
  done: 'Done',
  notDone: 'Not done',
  more: 'More to do',
};

/** Less than this asks for no break. */
const LEAST_FLOW_MS = 15 * MINUTE_MS;
/** The proportion of 25 and 5. */
const BREAK_SHARE = 1 / 5;

/** What to say at the end of a session that counted up; empty: nothing. */
export function breakText(session: Session, now: number): string {
  const elapsed = elapsedMs(session, now);
  if (session.kind !== 'flow' || elapsed < LEAST_FLOW_MS) return '';
  const rest = Math.round((elapsed * BREAK_SHARE) / MINUTE_MS) * MINUTE_MS;
  return `${formatDuration(elapsed)} in one go. A break of ${formatDuration(rest)} would be in proportion.`;
}
