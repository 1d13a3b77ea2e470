import type { Field, Occurrence, Stream } from '../streams.ts';
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

interface Entry {
  readonly at: number;
  readonly group: string;
  readonly value: string;
}

/** How many different values a field has. */
export class DistinctMeter implements Meter {
  readonly streams: readonly Stream[];
  readonly resetStreams: readonly Stream[];
  private readonly window: ReadyWindow;
  private readonly field: Field;
  /** By group: when each value was last there. */
  private readonly last = new Map<string, Map<string, number>>();
  private readonly passing = new Passing<Entry>();
  private start = -Infinity;

  constructor(window: ReadyWindow, field: Field) {
    this.window = window;
    this.field = field;
    this.streams = [window.select.of];
    this.resetStreams = resetStreamsOf(window);
  }

  resetBy(occurrence: Occurrence): void {
    if (isReset(this.window, occurrence)) this.reset(occurrence);
  }

  take(occurrence: Occurrence): void {
    if (!isSelected(this.window.select, occurrence)) return;
    const group = this.window.grouping.of(occurrence);
    const value = occurrence[this.field];
    if (group === null || value === null) return;
    let values = this.last.get(group);
    if (!values) this.last.set(group, (values = new Map<string, number>()));
    values.set(value, occurrence.at);
    if (this.window.over === 'record') return;
    const { newest } = this.passing;
    if (newest?.value === value && newest.group === group && minuteOf(newest.at) === minuteOf(occurrence.at))
      return;
    this.passing.push({ at: occurrence.at, group, value });
  }

  reach(time: RuleTime): void {
    const start = windowStart(this.window.over, time);
    this.start = start;
    for (let oldest = this.passing.oldest; oldest && oldest.at < start; oldest = this.passing.oldest) {
      this.passing.shift();
      const values = this.last.get(oldest.group);
      if ((values?.get(oldest.value) ?? Infinity) >= start) continue;
      values?.delete(oldest.value);
      if (values?.size === 0) this.last.delete(oldest.group);
    }
  }

  valueOf(group: string): number {
    return this.last.get(group)?.size ?? 0;
  }

  groups(): Iterable<string> {
    return this.window.grouping.isNone ? ONE_GROUP : this.last.keys();
  }

  get size(): number {
    return this.last.size;
  }

  startOf(): number {
    return this.start;
  }

  /** What names a value (an item that is done) takes away that one; anything else takes away all of its group. */
  private reset(occurrence: Occurrence): void {
    const value = occurrence[this.field];
    const group = resetGroup(this.window, occurrence);
    if (value !== null) for (const values of this.last.values()) values.delete(value);
    else if (group === null) this.last.clear();
    else this.last.delete(group);
  }
}
