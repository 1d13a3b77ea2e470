import type { OptionView } from '../../core/messages/tuning.ts';
import { writeLength } from '../../core/rules/length.ts';
import { amountOf } from '../../core/rules/options.ts';

/** How a slider moves an option between its bounds: over values that one would choose, the smaller the closer together. */
export interface OptionScale {
  /** The last place of the slider; the first is 0. */
  readonly last: number;
  /** The place of a value, or of the one next to it. */
  placeOf(value: number | string): number;
  valueAt(place: number): number | string;
  /** What is written in the field, right or wrong. */
  read(text: string): number | string;
}

const MINUTE_MS = 60_000;
/** Of lengths of time, in minutes. */
const LENGTH_STEPS = [60, 30, 15, 5, 1];
/** A step is so small a part of the value that it is taken from. */
const LENGTH_SHARE = 8;
const NUMBER_SHARE = 10;
const LEAST_SHARE_STEP = 0.01;

export function scaleOf({ default: fallback, minimum, maximum }: OptionView): OptionScale {
  const [low, usual, high] = [minimum, fallback, maximum].map(bound => amountOf(bound) ?? 0) as [
    number,
    number,
    number,
  ];
  const isLength = typeof fallback === 'string';
  const stepAt = isLength ? lengthStep : numberStep([low, usual, high].every(Number.isInteger) ? 1 : 0);
  const values = stepsBetween(low, high, stepAt);
  if (!values.includes(usual)) values.push(usual);
  values.sort((a, b) => a - b);
  return {
    last: values.length - 1,
    placeOf: value => nearest(values, amountOf(value) ?? low),
    valueAt: place => {
      const amount = values[place] ?? usual;
      return isLength ? writeLength(amount) : amount;
    },
    read: text => {
      const written = text.trim();
      return isLength || written === '' || Number.isNaN(Number(written)) ? written : Number(written);
    },
  };
}

/** Both bounds, and between them multiples of the step that is right there. */
function stepsBetween(low: number, high: number, stepAt: (value: number) => number): number[] {
  const values: number[] = [];
  for (let value = low; value < high;) {
    values.push(value);
    const step = stepAt(value);
    value = tidy((Math.floor(tidy(value / step)) + 1) * step);
  }
  return [...values, high];
}

function lengthStep(ms: number): number {
  const minutes = LENGTH_STEPS.find(count => count * LENGTH_SHARE * MINUTE_MS <= ms) ?? 1;
  return minutes * MINUTE_MS;
}

/** 1, 2 or 5 and zeros. */
function numberStep(least: number): (value: number) => number {
  return value => {
    const wanted = value / NUMBER_SHARE;
    const power = 10 ** Math.floor(Math.log10(wanted));
    const step = [5, 2, 1].map(count => tidy(count * power)).find(size => size <= tidy(wanted)) ?? power;
    return Math.max(step, least || LEAST_SHARE_STEP);
  };
}

function nearest(values: readonly number[], amount: number): number {
  const distances = values.map(value => Math.abs(value - amount));
  return distances.indexOf(Math.min(...distances));
}

/** Without what floating point adds: 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
