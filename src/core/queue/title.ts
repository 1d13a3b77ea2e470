/** Longest title, in UTF-16 code units. Longer ones are cut. */
export const MAX_TITLE = 500;

/** What separates words: blanks of every kind, line breaks and other control characters. */
export const BLANKS = '\\s\\p{Cc}';
const blanks = new RegExp(`[${BLANKS}]+`, 'gu');
/** Marks that change the direction of the text around them. Letters written from right to left need none of them. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Anything that leaves ink. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** The first half of a surrogate pair that a cut has left alone. */
const HALF_AT_END = /[\ud800-\udbff]$/;

/** Text without the marks that would reorder what stands beside it. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, '');
}

/**
 * A title made of any text: one line, single blanks, no control characters, no direction marks, no half of a surrogate pair, at
 * most `MAX_TITLE` characters. Markup stays as the text that it is. Empty where nothing visible is left. Cleaning what is clean
 * changes nothing.
 */
export function cleanTitle(text: string): string {
  const line = lineOf(text).slice(0, MAX_TITLE).replace(HALF_AT_END, '').trimEnd();
  return VISIBLE.test(line) ? line : '';
}

/** Whether `cleanTitle` would cut. */
export function isTooLong(text: string): boolean {
  return lineOf(text).length > MAX_TITLE;
}

function lineOf(text: string): string {
  return withoutDirectionMarks(text.toWellFormed()).replace(blanks, ' ').trim();
}
