import type { OptionView } from '../../core/messages/tuning.ts';
import { writeLength } from '../../core/rules/length.ts';
import { amountOf } from '../../core/rules/options.ts';

/** How a slider moves an option between its bounds. */
export interface OptionScale {
  /** The bounds: numbers, or milliseconds. */
  readonly low: number;
  readonly high: number;
  placeOf(value: number | string): number;
  /** The value at a place, on a step that one would choose. */
  valueAt(place: number): number | string;
  /** What is written in the field, right or wrong. */
  read(text: string): number | string;
}

const MINUTE_MS = 60_000;
/** A slider has about so many steps. */
const STEPS = 100;

export function scaleOf({ default: fallback, minimum, maximum }: OptionView): OptionScale {
  const low = amountOf(minimum) ?? 0;
  const high = amountOf(maximum) ?? 0;
  const isLength = typeof fallback === 'string';
  const step = isLength ? lengthStep(high - low) : numberStep(high - low, [low, high, fallback]);
  return {
    low,
    high,
    placeOf: value => clamp(amountOf(value) ?? low, low, high),
    valueAt: place => {
      const amount = clamp(tidy(Math.round(place / step) * step), low, high);
      return isLength ? writeLength(amount) : amount;
    },
    read: text => {
      const written = text.trim();
      return isLength || written === '' || Number.isNaN(Number(written)) ? written : Number(written);
    },
  };
}

/** Whole minutes: 1, 2, 5, 10, 15 or 30. */
function lengthStep(range: number): number {
  const minutes = [1, 2, 5, 10, 15].find(count => range / (count * MINUTE_MS) <= STEPS);
  return (minutes ?? 30) * MINUTE_MS;
}

/** 1, 2 or 5 and zeros; a whole number where all that is known of the option is. */
function numberStep(range: number, known: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(range / STEPS));
  const step = [1, 2, 5, 10].map(count => count * power).find(size => range / size <= STEPS) ?? power;
  return known.every(Number.isInteger) ? Math.max(1, step) : step;
}

/** Without what floating point adds: 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
