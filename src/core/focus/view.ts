import type { NamedItem, OfferView, SessionView } from '../messages/focus.ts';
import { countOf } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import type { Interruptions } from './interruptions.ts';
import { flowBreakMs, nextRound, ROUNDS, type Offer } from './offer.ts';
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

export function sessionView(
  session: Session,
  beside: { readonly interruptions: Interruptions; readonly item: NamedItem | null },
  now: number,
): SessionView {
  const isBreak = session.kind === 'break';
  return {
    kind: session.kind,
    plannedMs: session.plannedMs,
    elapsedMs: elapsedMs(session, now),
    isPaused: session.pausedAt !== null,
    series: seriesText(session),
    intention: isBreak ? '' : session.intention,
    item: isBreak ? null : beside.item,
    interruptions: isBreak ? '' : interruptionsText(beside.interruptions),
  };
}

/** "round 2 of 4" */
export function roundText(round: number): string {
  return `round ${round} of ${ROUNDS}`;
}

/** Where in a series of rounds it stands; empty: in none. */
export function seriesText(session: Session): string {
  const { kind, round } = session;
  if (round === null) return '';
  // What comes after a break is said as if it were over now.
  return kind === 'break' ? `then ${roundText(nextRound({ ...session, endedAt: 0 }, 0))}` : roundText(round);
}

/** "Break, 5 min", "Start round 3": what a click would begin. */
export function offerText(offer: Offer): string {
  return offer.kind === 'break'
    ? `Break, ${formatDuration(offer.plannedMs)}`
    : `Start ${roundText(offer.round)}`;
}

export function offerView(offer: Offer): OfferView {
  const skip = offer.kind === 'break' && offer.nextRound !== null ? `Skip to round ${offer.nextRound}` : null;
  return { take: offerText(offer), skip };
}

/** What an outcome is called on screen. */
export const OUTCOME_NAMES: { readonly [O in Outcome]: string } = {
  done: 'Done',
  notDone: 'Not done',
  more: 'More to do',
};

/** What to say at the end of a session that counted up; empty: nothing. */
export function breakText(session: Session, now: number): string {
  const breakMs = flowBreakMs(session, now);
  if (breakMs === null) return '';
  const elapsed = formatDuration(elapsedMs(session, now));
  return `${elapsed} in one go. A break of ${formatDuration(breakMs)} would be in proportion.`;
}
