import { subtract, union, type Interval } from '../../activity/interval.ts';
import type { Span } from '../../activity/span.ts';

/** A piece of time: active time of `span`, or nobody's. */
export interface Piece extends Interval {
  readonly span: Span | null;
  /** How long the gap is that it lies in; 0: it lies in the span. */
  readonly gapMs: number;
}

/** A sleep of the machine. */
export interface Sleep {
  readonly since: number;
  readonly at: number;
}

interface Gap {
  /** What of it belongs to the span before, by the gap rule. */
  readonly parts: readonly Interval[];
  readonly end: number;
}

/**
 * One person's active time, laid out piece by piece as the record grows: what `layTimeline` does of a whole record, except that
 * names of times away do not come into it, since they are given later.
 *
 * Spans may come in any number of portions, as long as every span that begins before the portion's end is in it.
 */
export class GrowingTimeline {
  private readonly idleAfterMs: number;
  private readonly onPause: (start: number, end: number) => void;
  /** Not begun yet, in order of start, then of writing. */
  private ahead: Span[] = [];
  private next = 0;
  /** Under way, the one that began last on top. */
  private readonly stack: Span[] = [];
  private endedLast: Span | null = null;
  /** The gap after `endedLast`, once it is known to be short. */
  private gap: Gap | null = null;

  /** `onPause`: between the end of everything so far and the start of a span nothing happened. */
  constructor(idleAfterMs: number, onPause: (start: number, end: number) => void) {
    this.idleAfterMs = idleAfterMs;
    this.onPause = onPause;
  }

  /** Takes in spans, in order; one that is known already takes the place of what was known of it. `position`: how far it was laid out. */
  add(spans: readonly Span[], position: number): void {
    if (this.next > 0) this.ahead = this.ahead.slice(this.next);
    this.next = 0;
    for (const span of spans) {
      if (span.start >= position) this.ahead.push(span);
      else this.renew(span, position);
    }
  }

  /** Where the next span begins; Infinity: none is known. */
  get nextStart(): number {
    return this.ahead[this.next]?.start ?? Infinity;
  }

  /** When everything so far had ended. */
  get lastEnd(): number {
    return this.endedLast?.end ?? -Infinity;
  }

  /**
   * The piece that begins at `position` and ends at `bound` or earlier; null where that is not known yet: all spans before `to`
   * are. `sleeps`: those that were noticed before a time.
   */
  pieceAt(
    position: number,
    bound: number,
    to: number,
    sleeps: (until: number) => readonly Sleep[],
  ): Piece | null {
    this.begin(position);
    const top = this.topAt(position);
    if (top) return { start: position, end: Math.min(top.end, bound, this.nextStart), span: top, gapMs: 0 };
    const gap = this.gapUntil(to, sleeps);
    if (!gap) return null;
    for (const part of gap.parts) {
      if (part.end <= position) continue;
      if (part.start > position) return nobodys(position, Math.min(part.start, bound, gap.end));
      const gapMs = gap.end - this.lastEnd;
      return { start: position, end: Math.min(part.end, bound), span: this.endedLast, gapMs };
    }
    return nobodys(position, Math.min(gap.end, bound));
  }

  /** The same span in the same window, grown meanwhile. */
  private renew(span: Span, position: number): void {
    const index = this.stack.findIndex(({ id }) => id === span.id);
    if (index >= 0) this.stack[index] = span;
    else if (span.end > position) {
      const above = this.stack.findIndex(other => isLater(other, span));
      this.stack.splice(above < 0 ? this.stack.length : above, 0, span);
    }
  }

  private begin(position: number): void {
    for (let span = this.ahead[this.next]; span && span.start <= position; span = this.ahead[++this.next]) {
      // What ended exactly here ended before this one began.
      if (!this.topAt(position) && this.endedLast && this.endedLast.end < position) {
        this.onPause(this.endedLast.end, position);
      }
      this.stack.push(span);
      this.gap = null;
    }
  }

  private topAt(position: number): Span | undefined {
    for (let top = this.stack.at(-1); top; top = this.stack.at(-1)) {
      if (top.end > position) return top;
      this.stack.pop();
      this.gap = null;
      if (!this.endedLast || endsLater(top, this.endedLast)) this.endedLast = top;
    }
    return undefined;
  }

  private gapUntil(to: number, sleeps: (until: number) => readonly Sleep[]): Gap | null {
    if (this.gap) return this.gap;
    const start = this.lastEnd;
    const end = this.nextStart;
    if (end === Infinity && to - start <= this.idleAfterMs) return null;
    if (end - start > this.idleAfterMs) return { parts: [], end: Math.min(end, to) };
    const slept = sleeps(end);
    this.gap = { parts: slept.length === 0 ? [{ start, end }] : awake(start, end, slept), end };
    return this.gap;
  }
}

function awake(start: number, end: number, sleeps: readonly Sleep[]): Interval[] {
  const slept = union(sleeps.map(({ since, at }) => ({ start: since, end: at })));
  return subtract([{ start, end }], slept);
}

function nobodys(start: number, end: number): Piece {
  return { start, end, span: null, gapMs: 0 };
}

function isLater(a: Span, b: Span): boolean {
  return a.start > b.start || (a.start === b.start && a.id > b.id);
}

/** At a tie the one that began later, then the one written later, is the later. */
function endsLater(a: Span, b: Span): boolean {
  return a.end > b.end || (a.end === b.end && isLater(a, b));
}
