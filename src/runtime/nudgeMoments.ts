import type { Signal } from '../core/activity/signal.ts';
import type { Breakpoint } from '../core/focus/breakpointWatch.ts';
import { MomentWatch } from '../core/focus/momentWatch.ts';
import { nudging } from '../store/nudges.ts';
import { lastSeen } from './nudgePresent.ts';
import type { RecordKeeper } from './recordKeeper.ts';

/**
 * Finds the breakpoints of this window and tells all windows of the last one, through the record: the window that leads decides, and
 * mostly it is another one in which something was just finished.
 */
export class NudgeMoments {
  private readonly keeper: RecordKeeper;
  private readonly idleAfterMs: () => number;
  private readonly watch: MomentWatch;
  private untold: Breakpoint | null = null;

  constructor(keeper: RecordKeeper, idleAfterMs: () => number, now: number) {
    this.keeper = keeper;
    this.idleAfterMs = idleAfterMs;
    const { readable } = keeper;
    const seenAt = readable ? lastSeen(readable.store, now - 86_400_000, now) : null;
    this.watch = new MomentWatch(
      idleAfterMs,
      breakpoint => {
        this.untold = breakpoint;
      },
      seenAt,
    );
  }

  /** When somebody was last there in this window; -Infinity: not yet. */
  get carriedAt(): number {
    return this.watch.carriedAt;
  }

  /** There is something to tell. */
  get hasNews(): boolean {
    return this.untold !== null;
  }

  signal(signal: Signal): void {
    this.watch.take(signal);
  }

  /** Tells what is untold. Throws a `StoreBusy`, after which it is told the next time. */
  tell(now: number): void {
    this.watch.reach(now);
    const { untold } = this;
    const { store } = this.keeper.readable ?? {};
    if (!untold || !store) return;
    if (!this.isElsewhere(untold)) store.part(nudging).tellBreakpoint(untold);
    this.untold = null;
  }

  /** Whoever comes to this window after long may have been in another one. */
  private isElsewhere({ kind, at }: Breakpoint): boolean {
    const { readable } = this.keeper;
    if (kind !== 'returned' || !readable) return false;
    const since = at - this.idleAfterMs();
    return (lastSeen(readable.store, since, at - 1) ?? -Infinity) >= since;
  }
}
