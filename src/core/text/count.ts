const FORMAT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A number of things: "1,204". */
export function formatCount(count: number): string {
  return FORMAT.format(count);
}

/** "1 block", "3 blocks". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
