import { countOf } from '../text/count.ts';
import type { ClockText } from '../text/clock.ts';
import { DISMISSALS, type Standing } from './standing.ts';

/** How a rule is held back by what the user has said; empty: it is shown as it is set. `dayOf`: the day of an instant, in words. */
export function standingWords(
  { isNever, snoozedUntil, demotedBy }: Standing,
  now: number,
  { clock, dayOf }: { readonly clock: ClockText; readonly dayOf: (at: number) => string },
): string {
  const words = [
    isNever && 'never shown',
    snoozedUntil > now && `put off until ${dayOf(snoozedUntil)} ${clock.time(snoozedUntil)}`,
    demotedBy > 0 &&
      `shown ${countOf(demotedBy, 'step')} lower: you asked for less or dismissed it ${DISMISSALS} times`,
  ];
  return words.filter(word => word !== false).join('; ');
}
