import type { Amount, Field, Occurrence, Stream } from '../streams.ts';

/** A selector whose options are filled in. */
export interface ReadySelector {
  readonly of: Stream;
  readonly fields: readonly {
    readonly field: Field;
    readonly values: readonly string[];
    /** The field must have none of the values, rather than one. */
    readonly isNot: boolean;
  }[];
  /** Each lies in `[from, to)`. */
  readonly amounts: readonly { readonly amount: Amount; readonly from: number; readonly to: number }[];
}

export function isSelected({ of, fields, amounts }: ReadySelector, occurrence: Occurrence): boolean {
  if (occurrence.of !== of) return false;
  for (const { field, values, isNot } of fields) {
    const value = occurrence[field];
    if ((value !== null && values.includes(value)) === isNot) return false;
  }
  for (const { amount, from, to } of amounts) {
    const value = occurrence[amount];
    if (value < from || value >= to) return false;
  }
  return true;
}
