import type { Occurrence, Stream } from '../streams.ts';
import { ONE_GROUP, type Meter, type RuleTime } from './meter.ts';
import { isSelected } from './select.ts';
import { isReset, resetGroup, streamsOf, windowStart, type ReadyWindow } from './window.ts';

/** How long ago the first or the last occurrence of the window was. */
export class SinceMeter implements Meter {
  readonly streams: readonly Stream[];
  private readonly window: ReadyWindow;
  private readonly which: 'first' | 'last';
  private readonly times = new Map<string, number[]>();
  private start = -Infinity;
  private now = -Infinity;

  constructor(window: ReadyWindow, which: 'first' | 'last') {
    this.window = window;
    this.which = which;
    this.streams = streamsOf(window);
  }

  take(occurrence: Occurrence): void {
    if (isReset(this.window, occurrence)) this.reset(occurrence);
    if (!isSelected(this.window.select, occurrence)) return;
    const group = this.window.grouping.of(occurrence);
    if (group === null) return;
    const times = this.times.get(group);
    if (!times || this.which === 'last') this.times.set(group, [occurrence.at]);
    else if (this.window.over !== 'record') times.push(occurrence.at);
  }

  reach(time: RuleTime): void {
    this.start = windowStart(this.window.over, time);
    this.now = time.now;
  }

  valueOf(group: string): number | null {
    const at = this.timeOf(group);
    return at === undefined ? null : this.now - at;
  }

  groups(): Iterable<string> {
    return this.window.grouping.isNone ? ONE_GROUP : this.times.keys();
  }

  get size(): number {
    return this.times.size;
  }

  startOf(group: string): number {
    return this.timeOf(group) ?? this.start;
  }

  private timeOf(group: string): number | undefined {
    const times = this.times.get(group);
    if (!times) return undefined;
    while ((times[0] ?? Infinity) < this.start) times.shift();
    if (times.length === 0) this.times.delete(group);
    return times[0];
  }

  private reset(occurrence: Occurrence): void {
    const group = resetGroup(this.window, occurrence);
    if (group === null) this.times.clear();
    else this.times.delete(group);
  }
}
