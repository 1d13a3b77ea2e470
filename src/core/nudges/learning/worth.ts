import { drawShare, type Beta } from './beta.ts';
import type { Chance } from './chance.ts';

const DAY_MS = 86_400_000;

/** An interruption is worth it from one in four on that is of use. */
const WORTH_IT = 0.25;
/** A nudge that was shown a moment ago is worth so much less, */
const REPEATED = 0.3;
/** and half of that so much later. */
const HALF_LIFE_DAYS = 2;

/**
 * What repetition takes from the worth of a nudge, `sinceMs` after the last of its rule: γ · 0.5^(d ÷ h), with d in days.
 * Source of the form: Yancey and Settles, "A sleeping, recovering bandit algorithm for optimizing recurring notifications" (KDD
 * 2020); γ and h are our own, since theirs are for one message a day among many.
 */
export function repetitionCost(sinceMs: number): number {
  return REPEATED * 0.5 ** (Math.max(0, sinceMs) / DAY_MS / HALF_LIFE_DAYS);
}

/**
 * Thompson sampling against an outcome that is known: not to interrupt. The less is known, the wider the draws, so that a kind of
 * occasion that went badly is tried again now and then.
 */
export function isWorthIt(belief: Beta, sinceMs: number, chance: Chance): boolean {
  return drawShare(belief, chance) - repetitionCost(sinceMs) >= WORTH_IT;
}
