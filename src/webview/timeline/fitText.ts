/** Room for a letter of the timeline's words, in pixels; on the wide side. */
const LETTER = 5.4;
const LEAST_LETTERS = 3;

/** As much of a word as there is room for, "meet…"; nothing where that would say nothing. */
export function fitText(word: string, width: number): string {
  const letters = Math.floor(width / LETTER);
  if (word.length <= letters) return word;
  return letters > LEAST_LETTERS ? `${word.slice(0, letters - 1)}…` : '';
}
