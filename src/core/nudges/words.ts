import type { ClockText } from '../text/clock.ts';
import { countOf } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import type { Surface } from './ladder.ts';
import type { Lowered, Occasion } from './nudge.ts';
import type { DropReason, HoldReason, NudgeRules, Verdict } from './policy.ts';
import { DISMISSALS } from './standing.ts';

/** What words need besides a verdict. */
export interface Wording {
  readonly clock: ClockText;
  readonly rules: Pick<NudgeRules, 'toastsPerDay' | 'maxDeferMs'>;
}

const SURFACE_NAMES: { readonly [S in Surface]: string } = {
  panel: 'In the panel',
  statusBar: 'In the status bar',
  toast: 'As a message',
};

/** Of a moment, as it stands after "shown". */
export const OCCASION_NAMES: { readonly [O in Exclude<Occasion, 'late'>]: string } = {
  commit: 'after a commit',
  testsPassed: 'after tests passed',
  debugEnded: 'after a debug session',
  saved: 'after a save and a pause',
  returned: 'on your return',
  sessionEnded: 'after a focus session',
  switched: 'after a switch',
  atOnce: 'at once, since the panel interrupts nothing',
};

/** Why now: "after a commit". */
export function sayOccasion(occasion: Occasion, { rules }: Pick<Wording, 'rules'>): string {
  if (occasion !== 'late') return OCCASION_NAMES[occasion];
  return `since no better moment came within ${formatDuration(rules.maxDeferMs)}`;
}

/** The reason of a verdict, as a sentence. */
export function sayVerdict(verdict: Verdict, wording: Wording): string {
  switch (verdict.kind) {
    case 'show': {
      const { surface, occasion, lowered } = verdict;
      const because = lowered.length > 0 ? `; ${sayLowered(lowered, wording)}` : '';
      return `${SURFACE_NAMES[surface]}, ${sayOccasion(occasion, wording)}${because}.`;
    }
    case 'hold':
      return HELD[verdict.reason](verdict.until === null ? null : wording.clock.time(verdict.until));
    case 'drop':
      return DROPPED[verdict.reason];
  }
}

/** Why a nudge stands lower than its level. */
export function sayLowered(lowered: readonly Lowered[], wording: Wording): string {
  return lowered.map(reason => LOWERED[reason](wording)).join('; ');
}

const LOWERED: { readonly [L in Lowered]: (wording: Wording) => string } = {
  demoted: () => `lower than its level, since you asked for less or dismissed it ${DISMISSALS} times`,
  budget: ({ rules: { toastsPerDay } }) =>
    toastsPerDay === 0
      ? 'not as a message, since you allow none'
      : `not as a message, since today had ${countOf(toastsPerDay, 'message')} already`,
  learning: () => 'no higher, since you seldom took it up at such moments',
};

const HELD: { readonly [H in HoldReason]: (until: string | null) => string } = {
  focus: () => 'Waits for the end of your focus session.',
  quiet: until =>
    until === null
      ? 'Waits for the end of your quiet hours.'
      : `Waits for the end of your quiet hours, at ${until}.`,
  away: () => 'Waits for your return.',
  snoozed: until => `Put off until ${until ?? 'later'}.`,
  cooldown: until => `Was shown not long ago, and rests until ${until ?? 'later'}.`,
  breakpoint: until => `Waits for a moment between two things, until ${until ?? 'later'} at the latest.`,
  learning: until =>
    `You seldom took it up at such a moment; waits for another one, until ${until ?? 'later'} at the latest.`,
};

const DROPPED: { readonly [D in DropReason]: string } = {
  off: 'Its rule is off.',
  never: 'You asked never to see it. “Show as before” takes that back.',
  resolved: 'It was over before there was a moment to tell you.',
};

/** How a rule that was demoted is shown as before. */
export const HOW_TO_RESTORE = '“Show as before” takes this back; so does setting the level of the rule anew.';
