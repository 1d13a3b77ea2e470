import type { Amount, Occurrence, Stream } from '../streams.ts';
import { ONE_GROUP, type Meter, type RuleTime } from './meter.ts';
import { isSelected } from './select.ts';
import {
  isReset,
  minuteOf,
  Passing,
  resetGroup,
  resetStreamsOf,
  windowStart,
  type ReadyWindow,
} from './window.ts';

interface Sum {
  readonly group: string;
  value: number;
  /** How many entries make it up. */
  entries: number;
  /** It was reset, or all of it has left the window: a new one has taken its place. */
  isGone: boolean;
  /** The last of them. */
  newest: Entry | null;
}

/** What came to a sum within a minute. */
interface Entry {
  readonly at: number;
  readonly minute: number;
  readonly sum: Sum;
  value: number;
}

/** How many occurrences (`amount` null), or their amounts added up. */
export class SumMeter implements Meter {
  readonly streams: readonly Stream[];
  readonly resetStreams: readonly Stream[];
  private readonly window: ReadyWindow;
  private readonly amount: Amount | null;
  private readonly sums = new Map<string, Sum>();
  /** Neighbours mostly lie in one group. */
  private last: Sum | null = null;
  private readonly resets = new Map<string, number>();
  private resetAll = -Infinity;
  private readonly passing = new Passing<Entry>();
  private start = -Infinity;

  constructor(window: ReadyWindow, amount: Amount | null) {
    this.window = window;
    this.amount = amount;
    this.streams = [window.select.of];
    this.resetStreams = resetStreamsOf(window);
  }

  resetBy(occurrence: Occurrence): void {
    if (isReset(this.window, occurrence)) this.reset(occurrence);
  }

  take(occurrence: Occurrence): void {
    const value = this.amount === null ? 1 : occurrence[this.amount];
    if (value <= 0 || !isSelected(this.window.select, occurrence)) return;
    const group = this.window.grouping.of(occurrence);
    if (group === null) return;
    const counted = this.sinceReset(group, occurrence, value);
    if (counted > 0) this.add(occurrence.at, group, counted);
  }

  reach(time: RuleTime): void {
    const start = windowStart(this.window.over, time);
    this.start = start;
    for (let oldest = this.passing.oldest; oldest && oldest.at < start; oldest = this.passing.oldest) {
      this.passing.shift();
      const { sum, value } = oldest;
      sum.value -= value;
      if (--sum.entries > 0 || sum.isGone) continue;
      sum.isGone = true;
      this.sums.delete(sum.group);
    }
  }

  valueOf(group: string): number {
    return this.sums.get(group)?.value ?? 0;
  }

  groups(): Iterable<string> {
    return this.window.grouping.isNone ? ONE_GROUP : this.sums.keys();
  }

  get size(): number {
    return this.sums.size;
  }

  startOf(group: string): number {
    return Math.max(this.start, this.resetAll, this.resets.get(group) ?? -Infinity);
  }

  /** What is told late may have happened before a reset. Of a span that was under way then, what its time since comes to counts. */
  private sinceReset(group: string, { of, at, ms }: Occurrence, value: number): number {
    const ofGroup = this.resets.size > 0 ? (this.resets.get(group) ?? -Infinity) : -Infinity;
    const reset = Math.max(this.resetAll, ofGroup);
    if (at < reset) return 0;
    if (of !== 'span' || at - ms >= reset) return value;
    return this.amount === null ? value : Math.round((value * (at - reset)) / ms);
  }

  private add(at: number, group: string, value: number): void {
    const sum = this.sumOf(group);
    sum.value += value;
    // Nothing ever leaves the window of the whole record.
    if (this.window.over === 'record') return;
    const minute = minuteOf(at);
    if (sum.newest?.minute === minute) {
      sum.newest.value += value;
      return;
    }
    sum.entries++;
    sum.newest = { at, minute, sum, value };
    this.passing.push(sum.newest);
  }

  private sumOf(group: string): Sum {
    const { last } = this;
    if (last?.group === group && !last.isGone) return last;
    let sum = this.sums.get(group);
    if (!sum) this.sums.set(group, (sum = { group, value: 0, entries: 0, isGone: false, newest: null }));
    this.last = sum;
    return sum;
  }

  private reset(occurrence: Occurrence): void {
    const group = resetGroup(this.window, occurrence);
    if (group === null) {
      this.resetAll = occurrence.at;
      if (this.sums.size === 0) return;
      for (const sum of this.sums.values()) sum.isGone = true;
      this.sums.clear();
      return;
    }
    const sum = this.sums.get(group);
    // Its entries are still passing; they belong to nobody now.
    if (sum) sum.isGone = true;
    this.sums.delete(group);
    this.resets.set(group, occurrence.at);
  }
}
