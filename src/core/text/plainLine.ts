import { withoutControls } from './isolate.ts';

const MOST_CHARACTERS = 200;

/** What the user wrote, as one line of text to be kept: no controls, no needless blanks, not longer than a line. */
export function plainLine(text: string): string {
  const line = withoutControls(text.replace(/\s+/g, ' ')).trim();
  // Not the first half of a character whose second half is cut off.
  return line
    .slice(0, MOST_CHARACTERS)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
