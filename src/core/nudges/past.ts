import type { Interval } from '../activity/interval.ts';
import { learnFrom, NOTHING_LEARNT, type Learnt } from './learning/learnt.ts';
import { isPending, shownAt, transition, type Nudge, type NudgeEvent, type Plan } from './nudge.ts';
import {
  afterAnswer,
  afterPending,
  afterShowing,
  afterWord,
  asOf,
  UNHEARD,
  type RuleWord,
  type Standing,
} from './standing.ts';

/** What is written down, in order: all that nudges will be decided by. `at` in epoch milliseconds. */
export type Entry =
  | { readonly kind: 'decided'; readonly plan: Plan }
  | { readonly kind: 'nudge'; readonly at: number; readonly id: number; readonly event: NudgeEvent }
  | { readonly kind: 'rule'; readonly at: number; readonly rule: string; readonly word: RuleWord }
  /** What was learnt is forgotten. */
  | { readonly kind: 'learningReset'; readonly at: number };

/** What was shown and how it was answered. It follows from the entries alone, so that all windows know the same. */
export interface Past {
  /** Those that can still change, and the rest of the last days, by id. */
  readonly nudges: ReadonlyMap<number, Nudge>;
  readonly standings: ReadonlyMap<string, Standing>;
  /** Toasts that were claimed in the last days: each may have been seen, whatever became of its window. */
  readonly toasts: readonly ToastClaim[];
  readonly learnt: Learnt;
}

interface ToastClaim {
  readonly delivery: number;
  readonly at: number;
}

export const NO_PAST: Past = {
  nudges: new Map(),
  standings: new Map(),
  toasts: [],
  learnt: NOTHING_LEARNT,
};

/** So long is a nudge at hand for an answer that comes late. */
const KEPT_MS = 4 * 86_400_000;

export function pastOf(entries: readonly Entry[]): Past {
  return entries.reduce(remember, NO_PAST);
}

/** The past with one more entry; the same object where it changes nothing, such as a claim that came too late. */
export function remember(past: Past, entry: Entry): Past {
  switch (entry.kind) {
    case 'decided':
      return rememberPlan(past, entry.plan);
    case 'nudge':
      return rememberEvent(past, entry.id, entry.event, entry.at);
    case 'rule':
      return withStanding(past, entry.rule, afterWord(standingOf(past, entry.rule), entry.word));
    case 'learningReset':
      return { ...past, learnt: NOTHING_LEARNT };
  }
}

export function standingOf(past: Past, rule: string): Standing {
  return past.standings.get(rule) ?? UNHEARD;
}

/** It was shown, or is about to be. `now` in epoch milliseconds. */
export function isTold(past: Past, rule: string, since: number, now: number): boolean {
  const { pending, toldSince } = asOf(standingOf(past, rule), now);
  return pending !== null || since <= toldSince;
}

/** How many toasts a day has had, or may yet have from what is decided. */
export function toastsOn({ start, end }: Interval, past: Past): number {
  const deliveries = new Set<number>();
  for (const { delivery, at } of past.toasts) if (at >= start && at < end) deliveries.add(delivery);
  for (const nudge of past.nudges.values()) {
    if (nudge.surface === 'toast' && isPending(nudge)) deliveries.add(nudge.delivery);
  }
  return deliveries.size;
}

/** Two leaders may decide on the same for a moment: the first one holds. */
function rememberPlan(past: Past, plan: Plan): Past {
  if (isTold(past, plan.rule, plan.since, plan.decidedAt)) return past;
  const standing = standingOf(past, plan.rule);
  const nudges = new Map(past.nudges);
  for (const { id, decidedAt } of past.nudges.values()) {
    if (decidedAt > plan.decidedAt - KEPT_MS) break;
    nudges.delete(id);
  }
  nudges.set(plan.id, { ...plan, state: 'decided' });
  const toasts = past.toasts.filter(({ at }) => at > plan.decidedAt - KEPT_MS);
  return withStanding({ ...past, nudges, toasts }, plan.rule, { ...standing, pending: plan.id });
}

function rememberEvent(past: Past, id: number, event: NudgeEvent, at: number): Past {
  const before = past.nudges.get(id);
  if (!before || (event.kind === 'claimed' && isSpokenFor(past, before, event.window))) return past;
  const after = transition(before, event, at);
  if (after === before) return past;
  const nudges = new Map(past.nudges).set(id, after);
  const next = withStanding({ ...past, nudges }, after.rule, standingAfter(past, before, after, event, at));
  const learnt = learnFrom(past.learnt, after, at);
  const isToast = event.kind === 'claimed' && after.surface === 'toast';
  return { ...next, learnt, toasts: isToast ? withToast(past.toasts, after.delivery, at) : past.toasts };
}

/** Another window has claimed a part of what is shown as one. */
function isSpokenFor({ nudges }: Past, { delivery }: Nudge, window: string): boolean {
  return [...nudges.values()].some(
    nudge => nudge.delivery === delivery && windowOf(nudge) !== null && windowOf(nudge) !== window,
  );
}

function windowOf(nudge: Nudge): string | null {
  if (nudge.state === 'expired') return nudge.claim?.window ?? null;
  return 'window' in nudge ? nudge.window : null;
}

function standingAfter(past: Past, before: Nudge, after: Nudge, event: NudgeEvent, at: number): Standing {
  const standing = standingOf(past, after.rule);
  switch (event.kind) {
    case 'shown':
      return afterShowing(standing, after, at);
    case 'acted':
    case 'dismissed':
    case 'snoozed':
    case 'never':
      return afterAnswer(standing, after, event);
    case 'claimed':
    case 'resolved':
    case 'withdrawn':
    case 'timePassed':
      return isPending(before) && !isPending(after) && shownAt(after) === null
        ? afterPending(standing, after)
        : standing;
  }
}

function withToast(toasts: readonly ToastClaim[], delivery: number, at: number): readonly ToastClaim[] {
  return toasts.some(toast => toast.delivery === delivery) ? toasts : [...toasts, { delivery, at }];
}

function withStanding(past: Past, rule: string, standing: Standing): Past {
  if (past.standings.get(rule) === standing) return past;
  return { ...past, standings: new Map(past.standings).set(rule, standing) };
}
