import { parseLength } from './length.ts';
import type { Option, Quantity, Rule } from './rule.ts';

/** What the options of a rule are set to: numbers, lengths of time in milliseconds. */
export type OptionValues = Readonly<Record<string, number>>;

/** The number that a number or a length of time stands for; null where it is neither. */
export function amountOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseLength(value) : null;
}

/** A value of an option within its bounds; null where it is no value of it. */
export function optionValue({ default: fallback, minimum, maximum }: Option, value: unknown): number | null {
  if (typeof value !== typeof fallback) return null;
  const amount = amountOf(value);
  const low = amountOf(minimum);
  const high = amountOf(maximum);
  if (amount === null || low === null || high === null || Number.isNaN(amount)) return null;
  return Math.min(Math.max(amount, low), high);
}

/** The options of a rule as they are without any setting. */
export function defaultValues({ options = {} }: Rule): OptionValues {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, optionValue(option, option.default) ?? 0]),
  );
}

/** The number of a quantity, options filled in. Throws a RangeError for what the schema would have refused. */
export function filledIn(quantity: Quantity, values: OptionValues): number {
  const amount = typeof quantity === 'object' ? values[quantity.option] : amountOf(quantity);
  if (amount === undefined || amount === null)
    throw new RangeError(`${JSON.stringify(quantity)} is no amount`);
  return amount;
}
