import type { AwayKind } from '../activity/signal.ts';
import type { Activity } from '../activity/span.ts';

/** What an activity is called on screen, in the middle of a sentence. */
export const ACTIVITY_NAMES: { readonly [A in Activity]: string } = {
  coding: 'coding',
  reading: 'reading',
  reviewing: 'reviewing',
  debugging: 'debugging',
  building: 'building',
  testing: 'testing',
  terminal: 'terminal',
};

/** What named time is called on screen. */
export const AWAY_NAMES: { readonly [A in AwayKind]: string } = {
  reading: 'reading',
  thinking: 'thinking',
  meeting: 'meeting',
  break: 'break',
  discard: 'discarded',
};
