/**
 * Places in a list as text, such that there is always room for one more between two: moving an item writes that item and no
 * other. An order is a whole number of `WHOLE_DIGITS` digits, which counts up at the end of the list and down at its
 * beginning, and then the digits of a fraction, which never end in 0. So orders compare as text does, in JavaScript's `<` and in
 * SQLite's BINARY alike, and a list that only grows at its ends keeps orders of seven characters.
 */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
/** 36 to the power of 7 is 78 billion places. */
const WHOLE_DIGITS = 7;
/** The order of a list's first item: in the middle of all. */
const FIRST = 'i000000';

const FORM = /^[0-9a-z]{7}(?:[0-9a-z]*[1-9a-z])?$/;

/** Whether a text is an order. */
export function isOrder(text: string): boolean {
  return FORM.test(text);
}

/**
 * An order after `before` and before `after`; null: the beginning and the end of the list. Throws a RangeError where
 * `before` does not come before `after`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  if (before === null) return after === null ? FIRST : wholeText(wholeOf(after) - 1);
  const next = wholeText(wholeOf(before) + 1);
  if (after === null || next < after) return next;
  if (before >= after) throw new RangeError(`There is no place between ${before} and ${after}`);
  const isSameWhole = wholeOf(before) === wholeOf(after);
  const fraction = middle(fractionOf(before), isSameWhole ? fractionOf(after) : null);
  return before.slice(0, WHOLE_DIGITS) + fraction;
}

function wholeOf(order: string): number {
  return Number.parseInt(order.slice(0, WHOLE_DIGITS), BASE);
}

function wholeText(whole: number): string {
  return whole.toString(BASE).padStart(WHOLE_DIGITS, '0');
}

function fractionOf(order: string): string {
  return order.slice(WHOLE_DIGITS);
}

/** The digits of a fraction between two, about half way; `high` null stands for 1. */
function middle(low: string, high: string | null): string {
  const lowDigit = digitAt(low, 0);
  const highDigit = high === null ? BASE : digitAt(high, 0);
  if (high !== null && lowDigit === highDigit) return high.charAt(0) + middle(low.slice(1), high.slice(1));
  if (highDigit - lowDigit > 1) return DIGITS.charAt(Math.floor((lowDigit + highDigit) / 2));
  if (high !== null && high.length > 1) return high.charAt(0);
  return DIGITS.charAt(lowDigit) + middle(low.slice(1), null);
}

function digitAt(digits: string, index: number): number {
  return index < digits.length ? DIGITS.indexOf(digits.charAt(index)) : 0;
}
