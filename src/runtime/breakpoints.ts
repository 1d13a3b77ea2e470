import type { Clock } from '../base/clock.ts';
import type { Signal } from '../core/activity/signal.ts';
import { hear, HEARD_NOTHING, isBreakpoint, type Heard } from '../core/focus/breakpoint.ts';
import type { RecordKeeper } from './recordKeeper.ts';

/** A span that goes on now began at most so long ago: typing without a pause of 30 s is never longer. */
const LONGEST_SPAN_MS = 3_600_000;

/** Knows when nobody is in the middle of a thought. */
export class Breakpoints {
  private readonly keeper: RecordKeeper;
  private readonly clock: Clock;
  private readonly heard: Heard = { ...HEARD_NOTHING };

  constructor(keeper: RecordKeeper, clock: Clock) {
    this.keeper = keeper;
    this.clock = clock;
  }

  /** Takes in a signal of this window. */
  signal(signal: Signal): void {
    hear(this.heard, signal);
  }

  /** Whether what has waited since `due` (epoch milliseconds) would interrupt nothing now. Throws a `StoreError`. */
  isBreakpoint(due: number): boolean {
    const now = this.clock.now();
    // Whoever works in another window is not to be taken for absent: the record knows of all of them. What it has of later than
    // now was recorded before the clock was set back.
    const lastSpanEnd = this.keeper.readable?.store.lastSpanEnd(due - LONGEST_SPAN_MS, now);
    const heard = { ...this.heard, signalAt: Math.max(this.heard.signalAt, lastSpanEnd ?? -Infinity) };
    return isBreakpoint(heard, due, now);
  }
}
