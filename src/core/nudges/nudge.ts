import type { BreakpointKind } from '../focus/breakpointWatch.ts';
import type { Surface } from './ladder.ts';
import type { Evidence } from './raised.ts';

/** Why now: at a breakpoint; `late`: no breakpoint came in time; `atOnce`: the panel waits for none. */
export type Occasion = BreakpointKind | 'late' | 'atOnce';

/** What the leader has decided to show. Epoch milliseconds. */
export interface Plan {
  /** Given by the store, in the order of deciding. */
  readonly id: number;
  /** What is decided at one moment for one surface is shown as one and claimed as one: the id of the first. */
  readonly delivery: number;
  readonly rule: string;
  /** Since when the rule has fired: tells the rule's findings apart. */
  readonly since: number;
  /** How high it might have shown, as the user set it. */
  readonly level: Surface;
  readonly surface: Surface;
  readonly decidedAt: number;
  readonly occasion: Occasion;
  /** It was held back in a focus session, and is told after it. */
  readonly isDigest: boolean;
  /** Why it stands lower than its level, if it does. */
  readonly lowered: readonly Lowered[];
  readonly evidence: Evidence;
}

export const LOWERINGS = ['demoted', 'budget', 'learning'] as const;
/** `demoted`: by dismissals. `budget`: the day's toasts are used up. `learning`: it is seldom taken at such moments. */
export type Lowered = (typeof LOWERINGS)[number];

interface Claim {
  readonly window: string;
  readonly claimedAt: number;
}
interface Showing extends Claim {
  readonly shownAt: number;
}
interface Answer extends Showing {
  readonly answeredAt: number;
}

/** A nudge, from the decision to the answer. */
export type Nudge = Plan & State;
type State =
  | { readonly state: 'decided' }
  | ({ readonly state: 'claimed' } & Claim)
  | ({ readonly state: 'shown' } & Showing)
  | ({ readonly state: 'acted' } & Answer)
  /** `isLess`: less like this, please. */
  | ({ readonly state: 'dismissed'; readonly isLess: boolean } & Answer)
  | ({ readonly state: 'snoozed'; readonly until: number } & Answer)
  | ({ readonly state: 'never' } & Answer)
  | {
      readonly state: 'expired';
      readonly expiredAt: number;
      readonly reason: Expiry;
      /** Who claimed it, and showed it; null: nobody. */
      readonly claim: Claim | null;
      readonly showing: Showing | null;
    };

export const EXPIRIES = ['unclaimed', 'lost', 'resolved', 'withdrawn'] as const;
/**
 * `unclaimed`: no window came for it. `lost`: the window that claimed it was not heard of again. `resolved`: what it was about
 * is over. `withdrawn`: something spoke against it before it was shown.
 */
export type Expiry = (typeof EXPIRIES)[number];

export type NudgeEvent =
  | { readonly kind: 'claimed'; readonly window: string }
  /** Written once it can be seen. */
  | { readonly kind: 'shown'; readonly window: string }
  | NudgeAnswer
  | { readonly kind: 'resolved' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'timePassed' };

export type NudgeAnswer =
  | { readonly kind: 'acted' }
  | { readonly kind: 'dismissed'; readonly isLess: boolean }
  | { readonly kind: 'snoozed'; readonly until: number }
  | { readonly kind: 'never' };

/** Nobody came for it in this time: the occasion has passed. */
export const CLAIM_WITHIN_MS = 60_000;
/** A window that lives shows at once what it has claimed. */
export const SHOW_WITHIN_MS = 10_000;

/** A nudge that is acted on in this time came at a good moment. Source: design, section 3, "Receptive". */
const RECEPTIVE_MS = 600_000;

/** The nudge after an event; the same object where the event changes nothing, such as the claim of the second of two windows. */
export function transition(nudge: Nudge, event: NudgeEvent, now: number): Nudge {
  switch (nudge.state) {
    case 'decided':
      return ofDecided(nudge, event, now);
    case 'claimed':
      return ofClaimed(nudge, event, now);
    case 'shown':
      return ofShown(nudge, event, now);
    case 'expired':
      return ofExpired(nudge, event, now);
    case 'acted':
    case 'dismissed':
    case 'snoozed':
      // The first answer counts; but never is never, whenever it is said.
      return event.kind === 'never' ? answered(nudge, event, now) : nudge;
    case 'never':
      return nudge;
  }
}

/** Decided or claimed, and not seen yet. */
export function isPending({ state }: Nudge): boolean {
  return state === 'decided' || state === 'claimed';
}

/** When it was shown; null: it was not. */
export function shownAt(nudge: Nudge): number | null {
  if (nudge.state === 'expired') return nudge.showing?.shownAt ?? null;
  return 'shownAt' in nudge ? nudge.shownAt : null;
}

/** It was acted on, and soon. */
export function isReceptive(nudge: Nudge): boolean {
  return nudge.state === 'acted' && nudge.answeredAt - nudge.shownAt <= RECEPTIVE_MS;
}

type In<S extends Nudge['state']> = Plan & Extract<State, { state: S }>;

function ofDecided(nudge: In<'decided'>, event: NudgeEvent, now: number): Nudge {
  switch (event.kind) {
    case 'claimed':
      return { ...nudge, state: 'claimed', window: event.window, claimedAt: now };
    case 'resolved':
    case 'withdrawn':
      return expire(nudge, event.kind, now);
    case 'timePassed':
      return hasPassed(CLAIM_WITHIN_MS, nudge.decidedAt, now) ? expire(nudge, 'unclaimed', now) : nudge;
    default:
      return nudge;
  }
}

function ofClaimed(nudge: In<'claimed'>, event: NudgeEvent, now: number): Nudge {
  if (event.kind === 'shown') {
    return event.window === nudge.window ? { ...nudge, state: 'shown', shownAt: now } : nudge;
  }
  const isLost = event.kind === 'timePassed' && hasPassed(SHOW_WITHIN_MS, nudge.claimedAt, now);
  return isLost ? expire(nudge, 'lost', now) : nudge;
}

function ofShown(nudge: In<'shown'>, event: NudgeEvent, now: number): Nudge {
  if (event.kind === 'resolved') return expire(nudge, 'resolved', now);
  return isAnswer(event, now) ? answered(nudge, event, now) : nudge;
}

/** A clock that was set back by as much tells the same. */
function hasPassed(ms: number, since: number, now: number): boolean {
  return Math.abs(now - since) >= ms;
}

/** Whoever was thought dead may have shown it all the same; and a toast can be answered after what it tells of is over. */
function ofExpired(nudge: In<'expired'>, event: NudgeEvent, now: number): Nudge {
  const { claim, showing } = nudge;
  if (event.kind === 'shown' && claim && !showing && claim.window === event.window) {
    return { ...planOf(nudge), ...claim, state: 'shown', shownAt: now };
  }
  return showing && isAnswer(event, now) ? answered({ ...planOf(nudge), ...showing }, event, now) : nudge;
}

function answered(nudge: Plan & Showing, answer: NudgeAnswer, now: number): Nudge {
  const { window, claimedAt, shownAt: shown } = nudge;
  const said = { ...planOf(nudge), window, claimedAt, shownAt: shown, answeredAt: now };
  switch (answer.kind) {
    case 'acted':
    case 'never':
      return { ...said, state: answer.kind };
    case 'dismissed':
      return { ...said, state: 'dismissed', isLess: answer.isLess };
    case 'snoozed':
      return { ...said, state: 'snoozed', until: answer.until };
  }
}

/** To put something off until a time that has passed is none. */
function isAnswer(event: NudgeEvent, now: number): event is NudgeAnswer {
  if (event.kind === 'snoozed') return event.until > now;
  return event.kind === 'acted' || event.kind === 'dismissed' || event.kind === 'never';
}

function expire(nudge: In<'decided' | 'claimed' | 'shown'>, reason: Expiry, now: number): Nudge {
  const claim = 'window' in nudge ? { window: nudge.window, claimedAt: nudge.claimedAt } : null;
  const showing = claim && 'shownAt' in nudge ? { ...claim, shownAt: nudge.shownAt } : null;
  return { ...planOf(nudge), state: 'expired', expiredAt: now, reason, claim, showing };
}

function planOf(nudge: Plan): Plan {
  const { id, delivery, rule, since, level, surface, decidedAt, occasion, isDigest, lowered, evidence } =
    nudge;
  return { id, delivery, rule, since, level, surface, decidedAt, occasion, isDigest, lowered, evidence };
}
