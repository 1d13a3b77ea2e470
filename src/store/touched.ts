import type { Interval } from '../core/activity/interval.ts';

/** The first and last instants that a date can have; they stand for "ever since" and "from now on". */
export const DAWN = -8.64e15;
export const DOOM = 8.64e15;

/** The time whose numbers a batch can change, gathered while it is written. Both ends belong to it. */
export class Touched {
  start = Infinity;
  end = -Infinity;

  add({ start, end }: Interval): void {
    if (start < this.start) this.start = start;
    if (end > this.end) this.end = end;
  }

  /** Nothing was touched where it is undefined. */
  interval(): Interval | undefined {
    if (this.start > this.end) return undefined;
    return { start: Math.max(this.start, DAWN), end: Math.min(this.end, DOOM) };
  }
}
