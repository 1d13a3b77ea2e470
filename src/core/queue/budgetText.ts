import { MAX_BUDGET_MINUTES } from './item.ts';

/** A day in a budget is a working day, not one of 24 hours. */
const HOURS_A_DAY = 8;

const NUMBER = '(\\d{1,6}(?:[.,]\\d{1,6})?)';
/** Days, hours, and minutes, of which those right after hours need no unit (and are fewer than 60). */
const FORM = new RegExp(
  `^(?=\\d)(?:${NUMBER}d)?(?:${NUMBER}h(?:([0-5]?\\d)$)?)?(?:${NUMBER}m(?:in)?)?$`,
  'i',
);

/**
 * A length of time as people write it: `30m`, `30min`, `2h`, `1h30`, `1h30m`, `1.5h`, `1,5h`, `1d` (8 hours), `1d4h`. In whole
 * minutes, rounded; null where it is no length of time or not within 1 minute and `MAX_BUDGET_MINUTES`. A number alone is none:
 * it may be hours or minutes.
 */
export function readBudget(text: string): number | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const [days, hours, rest, minutes] = found.slice(1).map(numberOf);
  const sum = ((days ?? 0) * HOURS_A_DAY + (hours ?? 0)) * 60 + (rest ?? 0) + (minutes ?? 0);
  const whole = Math.round(sum);
  return whole >= 1 && whole <= MAX_BUDGET_MINUTES ? whole : null;
}

function numberOf(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace(',', '.'));
}
