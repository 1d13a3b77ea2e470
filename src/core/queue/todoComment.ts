import { cleanTitle } from './title.ts';

/** What opens a comment in one language or another, or continues it on a line of its own; the marker must come after it. */
const LEADER = String.raw`(?:\/\/|\/\*|<!--|\{-|\(\*|#|--|;|%|'|"""|\bREM\b|^\s*\*|^\s*")`;
const TODO = new RegExp(String.raw`${LEADER}.*?\b(TODO|FIXME|XXX|HACK)\b(.*)$`);
/** "(ann)", ":" and "-" between the marker and the text. */
const BEFORE = /^\s*(?:\([^)]*\))?\s*[:\-–—]*\s*/;
/** The end of a comment. */
const AFTER = /\s*(?:\*\/|-->|-\}|\*\)|""")\s*$/;

/** What a comment in a line of code says is to be done, as a title; its marker alone where it says nothing. null: no such comment. */
export function todoOf(line: string): string | null {
  // Nobody wrote a longer line by hand.
  if (line.length > 2_000) return null;
  const [, marker, rest] = TODO.exec(line) ?? [];
  if (marker === undefined || rest === undefined) return null;
  return cleanTitle(rest.replace(AFTER, '').replace(BEFORE, '')) || marker;
}
