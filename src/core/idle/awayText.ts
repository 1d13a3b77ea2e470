import type { Interval } from '../activity/interval.ts';
import type { AwayKind } from '../activity/signal.ts';
import { formatDuration } from '../text/duration.ts';

/** The answers to "Away 23 min", in the order in which they are offered. */
export const AWAY_ANSWERS = [
  'break',
  'meeting',
  'reading',
  'thinking',
  'discard',
] as const satisfies AwayKind[];

/** What an answer is called on a button. */
export const ANSWER_NAMES: { readonly [A in AwayKind]: string } = {
  break: 'Break',
  meeting: 'Meeting',
  reading: 'Reading',
  thinking: 'Thinking',
  discard: 'Discard',
};

/** What an answer brings about. */
export const ANSWER_MEANINGS: { readonly [A in AwayKind]: string } = {
  break: 'rest; counted apart',
  meeting: 'counts as work away from the keyboard',
  reading: 'counts as work away from the keyboard',
  thinking: 'counts as work away from the keyboard',
  discard: 'counts as nothing, and is asked about no more',
};

/** "a break", in "Named a break, as always". */
export const NAMED_AS: { readonly [A in AwayKind]: string } = {
  break: 'Named a break',
  meeting: 'Named a meeting',
  reading: 'Named reading',
  thinking: 'Named thinking',
  discard: 'Discarded',
};

/** "Away 23 min" */
export function awayText({ start, end }: Interval): string {
  return `Away ${formatDuration(end - start)}`;
}
