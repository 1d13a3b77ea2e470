/** Not longer than so many characters: cut after a whole word where there is one in the last third, with "…" for what is left out. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // A character that is cut in two is none.
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > (most * 2) / 3 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
}
