import { decide, mayBeClaimed, plansOf } from './decide.ts';
import { isPending, transition, type Nudge, type NudgeEvent } from './nudge.ts';
import { remember, type Entry, type Past } from './past.ts';
import type { ChanceOf, NudgeRules, Present } from './policy.ts';
import type { Raised } from './raised.ts';

/** What a window knows when it is its turn to write. */
export interface Turn {
  readonly past: Past;
  readonly present: Present;
  readonly rules: NudgeRules;
  /** Names the window. */
  readonly window: string;
}

export interface LeaderTurn extends Turn {
  /** The id of the next plan. */
  readonly nextId: number;
  readonly raised: readonly Raised[];
  readonly chanceOf: ChanceOf;
}

/**
 * What the window that leads writes when it looks: what is over or was lost, and what is to be shown. What goes to the panel waits
 * there for whoever looks, in every window: it needs no window that claims it, and can be seen at once.
 */
export function leaderEntries({
  past,
  present,
  rules,
  window,
  nextId,
  raised,
  chanceOf,
}: LeaderTurn): Entry[] {
  const { now } = present;
  const endings = endingsOf(past, raised, now);
  const judged = decide(raised, endings.reduce(remember, past), present, rules, chanceOf);
  const shown = plansOf(judged, nextId, now).flatMap((plan): Entry[] => {
    const decided: Entry = { kind: 'decided', plan };
    if (plan.surface !== 'panel') return [decided];
    return [
      decided,
      happens(plan, { kind: 'claimed', window }, now),
      happens(plan, { kind: 'shown', window }, now),
    ];
  });
  return [...endings, ...shown];
}

/** What the window in front writes: it takes what is decided, or withdraws what may not be shown any more. */
export function claimEntries({ past, present, rules, window }: Turn): Entry[] {
  return decidedIn(past).map(nudge => {
    const event: NudgeEvent = mayBeClaimed(nudge, past, present, rules)
      ? { kind: 'claimed', window }
      : { kind: 'withdrawn' };
    return happens(nudge, event, present.now);
  });
}

/** Those that no window has come for yet. */
export function decidedIn({ nudges }: Past): Nudge[] {
  return [...nudges.values()].filter(({ state }) => state === 'decided');
}

/** Whether there are some that can still end. */
export function isAnyOpen({ nudges }: Past): boolean {
  return [...nudges.values()].some(nudge => isPending(nudge) || nudge.state === 'shown');
}

/** Those that can be seen, and wait for an answer, in the order of deciding. */
export function openIn({ nudges }: Past): Nudge[] {
  return [...nudges.values()].filter(({ state }) => state === 'shown');
}

const RESOLVED: NudgeEvent = { kind: 'resolved' };
const TIME_PASSED: NudgeEvent = { kind: 'timePassed' };

/** What has ended: nobody came, or what it was about is over. What was over between claim and show is found when it is shown. */
function endingsOf({ nudges }: Past, raised: readonly Raised[], now: number): Entry[] {
  const isRaised = ({ rule, since }: Nudge) =>
    raised.some(each => each.rule === rule && each.since === since);
  return [...nudges.values()].flatMap((nudge): Entry[] => {
    if (!isPending(nudge) && nudge.state !== 'shown') return [];
    const events: NudgeEvent[] = [...(isRaised(nudge) ? [] : [RESOLVED]), TIME_PASSED];
    const event = events.find(each => transition(nudge, each, now) !== nudge);
    return event ? [happens(nudge, event, now)] : [];
  });
}

function happens({ id }: { readonly id: number }, event: NudgeEvent, at: number): Entry {
  return { kind: 'nudge', at, id, event };
}
