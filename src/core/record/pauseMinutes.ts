import { readBudget } from '../queue/budgetText.ts';
import { LONGEST_PAUSE } from './pause.ts';

/** The minutes of a pause as people write them: `45`, `45m`, `2h`, `1h30`; null: none, or more than `LONGEST_PAUSE`. */
export function readPauseMinutes(text: string): number | null {
  const trimmed = text.trim();
  // A day of a budget has eight hours, one of a pause would not.
  if (/d/i.test(trimmed)) return null;
  const minutes = readBudget(/^\d+$/.test(trimmed) ? `${trimmed}m` : trimmed);
  return minutes !== null && minutes <= LONGEST_PAUSE ? minutes : null;
}
