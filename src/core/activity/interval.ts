/** `[start, end)` in epoch milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The union as disjoint intervals in order of time; touching ones are joined, empty ones dropped. */
export function union(intervals: readonly Interval[]): Interval[] {
  return joinTouching(intervals.filter(i => i.end > i.start));
}

/** As `union`, but an empty interval that touches no other stays: an instant. */
export function joinTouching(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/**
 * What is left of `pieces` outside `cuts`. Both must be disjoint and in order of time; so is the result.
 * A piece keeps its other fields.
 */
export function subtract<T extends Interval>(pieces: readonly T[], cuts: readonly Interval[]): T[] {
  if (cuts.length === 0) return [...pieces];
  const left: T[] = [];
  let first = 0;
  for (const piece of pieces) {
    let start = piece.start;
    for (let cut = cuts[first]; cut && cut.end <= start; cut = cuts[first]) first++;
    for (let i = first; start < piece.end; i++) {
      const cut = cuts[i];
      if (!cut || cut.start >= piece.end) {
        left.push(start === piece.start ? piece : { ...piece, start });
        break;
      }
      if (cut.start > start) left.push({ ...piece, start, end: cut.start });
      start = cut.end;
    }
  }
  return left;
}

/** The parts of `pieces` inside `frames`. Both must be disjoint and in order of time; so is the result. */
export function intersect(pieces: readonly Interval[], frames: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  let first = 0;
  for (const { start, end } of pieces) {
    for (let frame = frames[first]; frame && frame.end <= start; frame = frames[first]) first++;
    for (let i = first; ; i++) {
      const frame = frames[i];
      if (!frame || frame.start >= end) break;
      common.push({ start: Math.max(start, frame.start), end: Math.min(end, frame.end) });
    }
  }
  return common;
}

/** The length of all intervals together, in milliseconds; they must be disjoint. */
export function lengthOf(intervals: readonly Interval[]): number {
  let sum = 0;
  for (const { start, end } of intervals) sum += end - start;
  return sum;
}
