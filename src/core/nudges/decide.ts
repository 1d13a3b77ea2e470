import { rungsAbove, type Surface } from './ladder.ts';
import type { Nudge, Plan } from './nudge.ts';
import { isTold, standingOf, toastsOn, type Past } from './past.ts';
import { judge, type ChanceOf, type NudgeRules, type Present, type Verdict } from './policy.ts';
import type { Raised } from './raised.ts';

export interface Judged {
  readonly raised: Raised;
  readonly verdict: Verdict;
}

/**
 * What becomes now of everything that is raised and was not told yet; what may show highest comes first, then what came first. What
 * was found at a time that is still to come, before the clock was set back, waits for it.
 */
export function decide(
  raised: Iterable<Raised>,
  past: Past,
  present: Present,
  rules: NudgeRules,
  chanceOf: ChanceOf,
): Judged[] {
  return [...raised]
    .filter(({ rule, since }) => since <= present.now && !isTold(past, rule, since, present.now))
    .sort((a, b) => rungsAbove(b.level, a.level) || a.since - b.since || (a.rule < b.rule ? -1 : 1))
    .map(each => ({ raised: each, verdict: judge(each, past, present, rules, chanceOf) }));
}

/**
 * What is to be shown, as it is written down. All that goes to one surface at one moment is one delivery: a toast tells of several
 * things at once rather than several toasts. `nextId` is the id of the first.
 */
export function plansOf(judged: readonly Judged[], nextId: number, now: number): Plan[] {
  const deliveries = new Map<Surface, number>();
  const plans: Plan[] = [];
  for (const { raised, verdict } of judged) {
    const { rule, since, level, evidence } = raised;
    if (verdict.kind !== 'show' || level === 'off') continue;
    const { surface, occasion, isDigest, lowered } = verdict;
    const id = nextId + plans.length;
    const delivery = deliveries.get(surface) ?? id;
    deliveries.set(surface, delivery);
    const what = { id, delivery, rule, since, level, evidence };
    plans.push({ ...what, surface, occasion, isDigest, lowered, decidedAt: now });
  }
  return plans;
}

/** When to look again if nothing happens before; null: something must happen. */
export function nextLook(judged: readonly Judged[]): number | null {
  const times = judged.map(({ verdict }) => (verdict.kind === 'hold' ? verdict.until : null));
  const known = times.filter(time => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

/**
 * Whether a nudge that was decided a moment ago may be shown still: asked by the window that would claim it, in the same
 * transaction. If not, it is to be withdrawn, and the finding is judged anew.
 */
export function mayBeClaimed(nudge: Nudge, past: Past, present: Present, rules: NudgeRules): boolean {
  const { isNever, snoozedUntil } = standingOf(past, nudge.rule);
  if (present.isInFocus || present.quiet.isQuiet || isNever || present.now < snoozedUntil) return false;
  return nudge.surface !== 'toast' || toastsOn(present.day, past) <= rules.toastsPerDay;
}
