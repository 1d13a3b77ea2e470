import { rungsAbove } from './ladder.ts';
import type { Nudge, NudgeAnswer } from './nudge.ts';
import type { Level } from './raised.ts';

/** How the user stands to one rule, by what they said and were shown. Epoch milliseconds; -Infinity: never. */
export interface Standing {
  /** Never again, until the user takes it back. */
  readonly isNever: boolean;
  readonly snoozedUntil: number;
  /** Rungs below the level that is set. */
  readonly demotedBy: number;
  /** Dismissals since it was last of use, demoted or taken back. */
  readonly dismissals: number;
  /** The `since` of the last finding that was shown. */
  readonly toldSince: number;
  readonly shownAt: number;
  /** The id of a nudge that is decided or claimed; null: none. There is one at most. */
  readonly pending: number | null;
}

export const UNHEARD: Standing = {
  isNever: false,
  snoozedUntil: -Infinity,
  demotedBy: 0,
  dismissals: 0,
  toldSince: -Infinity,
  shownAt: -Infinity,
  pending: null,
};

/** So many dismissals without a use between them demote a rule by one rung. */
export const DISMISSALS = 3;

/** The user's own word on a rule, apart from any nudge. */
export type RuleWord =
  /** Shown as before: takes back never, snoozes and demotions. */
  | { readonly kind: 'restored' }
  /** Another level in the settings. */
  | { readonly kind: 'levelSet'; readonly from: Level; readonly to: Level };

/** What is set anew in the settings is the user's latest word, so that demotions end there, and never too unless it is `off`. */
export function afterWord(standing: Standing, word: RuleWord): Standing {
  if (word.kind === 'levelSet' && word.to === 'off') return standing;
  const { toldSince, shownAt, pending } = standing;
  return { ...UNHEARD, toldSince, shownAt, pending };
}

/** Without what was shown at a time that is still to come at `now`: the clock has been set back since. */
export function asOf(standing: Standing, now: number): Standing {
  const { toldSince, shownAt } = standing;
  if (toldSince <= now && shownAt <= now) return standing;
  const past = (time: number) => (time <= now ? time : -Infinity);
  return { ...standing, toldSince: past(toldSince), shownAt: past(shownAt) };
}

/** `nudge` has been shown at `at`. */
export function afterShowing(standing: Standing, nudge: Nudge, at: number): Standing {
  const { toldSince, shownAt } = asOf(standing, at);
  return {
    ...afterPending(standing, nudge),
    toldSince: Math.max(toldSince, nudge.since),
    shownAt: Math.max(shownAt, at),
  };
}

/** `nudge` waits to be shown no more. */
export function afterPending(standing: Standing, { id }: Nudge): Standing {
  return standing.pending === id ? { ...standing, pending: null } : standing;
}

export function afterAnswer(standing: Standing, nudge: Nudge, answer: NudgeAnswer): Standing {
  switch (answer.kind) {
    case 'acted':
      return { ...standing, dismissals: 0 };
    case 'dismissed':
      return answer.isLess
        ? demoted(standing, nudge, rungsBelowSeen(nudge))
        : afterDismissal(standing, nudge);
    case 'snoozed':
      return afterSnooze(standing, nudge, answer.until);
    case 'never':
      return { ...standing, isNever: true };
  }
}

function afterDismissal(standing: Standing, nudge: Nudge): Standing {
  const dismissals = standing.dismissals + 1;
  return dismissals < DISMISSALS ? { ...standing, dismissals } : demoted(standing, nudge, 0);
}

/** Who asks for less sees less next time, even where this one stood below its level already. */
function rungsBelowSeen({ level, surface }: Nudge): number {
  return rungsAbove(level, surface) + 1;
}

/** No lower than the panel: there is nothing below it that could be said to be lower. */
function demoted(standing: Standing, { level }: Nudge, atLeast: number): Standing {
  const most = Math.max(standing.demotedBy, rungsAbove(level, 'panel'));
  const demotedBy = Math.min(Math.max(standing.demotedBy + 1, atLeast), most);
  return { ...standing, demotedBy, dismissals: 0 };
}

/** A finding that was put off is shown again, and no cooldown stands against what the user asked for. */
function afterSnooze(standing: Standing, { since }: Nudge, until: number): Standing {
  const snoozedUntil = Math.max(standing.snoozedUntil, until);
  if (standing.toldSince !== since) return { ...standing, snoozedUntil };
  return { ...standing, snoozedUntil, toldSince: -Infinity, shownAt: -Infinity };
}
