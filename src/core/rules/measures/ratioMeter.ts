import type { Occurrence, Stream } from '../streams.ts';
import type { Meter, RuleTime } from './meter.ts';

/** One measure divided by another; nothing where that is 0 or unknown. */
export class RatioMeter implements Meter {
  readonly streams: readonly Stream[];
  private readonly above: Meter;
  private readonly below: Meter;

  constructor(above: Meter, below: Meter) {
    this.above = above;
    this.below = below;
    this.streams = [...new Set([...above.streams, ...below.streams])];
  }

  take(occurrence: Occurrence): void {
    this.above.take(occurrence);
    this.below.take(occurrence);
  }

  reach(time: RuleTime): void {
    this.above.reach(time);
    this.below.reach(time);
  }

  valueOf(group: string): number | null {
    const above = this.above.valueOf(group);
    const below = this.below.valueOf(group);
    return above === null || below === null || below <= 0 ? null : above / below;
  }

  groups(): Iterable<string> {
    return this.above.groups();
  }

  get size(): number {
    return this.above.size;
  }

  startOf(group: string): number {
    return this.above.startOf(group);
  }
}
