/**
 * Which rows of a long list are to be drawn. `offsets[i]` is where row i begins, in pixels, and the last of them is where the
 * list ends: so there is one more than there are rows.
 */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  let end = 0;
  for (const height of heights) offsets.push((end += height));
  return offsets;
}

/** The row that covers the height `y`, the first or the last one where it is outside; -1: there are no rows. */
export function rowAt(offsets: readonly number[], y: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** The rows that reach into `top` to `bottom`, and those of `pinned` wherever they are; in order, each once. */
export function rowsBetween(
  offsets: readonly number[],
  top: number,
  bottom: number,
  pinned: readonly number[] = [],
): number[] {
  const first = rowAt(offsets, top);
  if (first < 0) return [];
  const last = rowAt(offsets, bottom);
  const between = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const outside = pinned.filter(
    index => index >= 0 && index < offsets.length - 1 && (index < first || index > last),
  );
  return [...new Set([...outside, ...between])].sort((a, b) => a - b);
}
