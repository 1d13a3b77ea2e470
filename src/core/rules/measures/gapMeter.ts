import type { Occurrence, Stream } from '../streams.ts';
import { ONE_GROUP, type Meter, type RuleTime } from './meter.ts';
import { isSelected } from './select.ts';
import { isReset, Passing, resetGroup, streamsOf, windowStart, type ReadyWindow } from './window.ts';

interface Gap {
  readonly end: number;
  readonly ms: number;
}

interface Track {
  /** When the last occurrence was over. */
  last: number;
  /** Each is longer than all that come after it. */
  readonly gaps: Passing<Gap>;
}

/** The longest time without an occurrence, the present one included. It counts whole if it ends in the window. */
export class GapMeter implements Meter {
  readonly streams: readonly Stream[];
  private readonly window: ReadyWindow;
  private readonly tracks = new Map<string, Track>();
  private start = -Infinity;
  private now = -Infinity;

  constructor(window: ReadyWindow) {
    this.window = window;
    this.streams = streamsOf(window);
  }

  take(occurrence: Occurrence): void {
    if (isReset(this.window, occurrence)) this.reset(occurrence);
    if (!isSelected(this.window.select, occurrence)) return;
    const group = this.window.grouping.of(occurrence);
    if (group === null) return;
    // Active time is told by its start, everything else by its end.
    const end = occurrence.at + (occurrence.of === 'activeTime' ? occurrence.ms : 0);
    const track = this.tracks.get(group);
    if (track) addGap(track, occurrence.at, end);
    else this.tracks.set(group, { last: end, gaps: new Passing() });
  }

  reach(time: RuleTime): void {
    this.start = windowStart(this.window.over, time);
    this.now = time.now;
  }

  valueOf(group: string): number | null {
    const track = this.tracks.get(group);
    if (!track) return null;
    const { gaps, last } = track;
    for (let oldest = gaps.oldest; oldest && oldest.end < this.start; oldest = gaps.oldest) gaps.shift();
    return Math.max(gaps.oldest?.ms ?? 0, this.now - last);
  }

  groups(): Iterable<string> {
    return this.window.grouping.isNone ? ONE_GROUP : this.tracks.keys();
  }

  get size(): number {
    return this.tracks.size;
  }

  startOf(): number {
    return this.start;
  }

  private reset(occurrence: Occurrence): void {
    const group = resetGroup(this.window, occurrence);
    if (group === null) this.tracks.clear();
    else this.tracks.delete(group);
  }
}

function addGap(track: Track, start: number, end: number): void {
  const { gaps } = track;
  const ms = start - track.last;
  track.last = Math.max(track.last, end);
  if (ms <= 0) return;
  for (let newest = gaps.newest; newest && newest.ms <= ms; newest = gaps.newest) gaps.pop();
  gaps.push({ end: start, ms });
}
