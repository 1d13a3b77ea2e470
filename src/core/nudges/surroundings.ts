import type { Calendar } from '../activity/calendar.ts';
import type { Breakpoint, BreakpointKind } from '../focus/breakpointWatch.ts';
import type { Present } from './policy.ts';
import { quietAt, type QuietHours } from './quietHours.ts';
import type { Raised } from './raised.ts';

/** What happens to nudges from outside. `at` in epoch milliseconds. */
export type Happening = Change | RuleChange;

type RuleChange =
  | { readonly kind: 'raised'; readonly at: number; readonly raised: Raised }
  | { readonly kind: 'resolved'; readonly at: number; readonly rule: string };

type Change =
  /** The others follow from what is told below. */
  | {
      readonly kind: 'breakpoint';
      readonly at: number;
      readonly breakpoint: Exclude<BreakpointKind, 'sessionEnded' | 'returned'>;
    }
  /** A focus session; its end is a breakpoint. */
  | { readonly kind: 'focus'; readonly at: number; readonly phase: 'start' | 'end' }
  /** Longer without a sign of a person than the idle rule takes for thinking; the end of it is a breakpoint. */
  | { readonly kind: 'away'; readonly at: number; readonly phase: 'start' | 'end' }
  /** Nothing: somebody looked. */
  | { readonly kind: 'look'; readonly at: number };

/** Follows what goes on around the one who would be shown something. */
export class Surroundings {
  private readonly quietHours: QuietHours | null;
  private readonly calendar: Calendar;
  private isInFocus = false;
  private focusEndedAt = -Infinity;
  private isAway = false;
  private breakpoint: Breakpoint | null = null;

  constructor(quietHours: QuietHours | null, calendar: Calendar) {
    this.quietHours = quietHours;
    this.calendar = calendar;
  }

  take(change: Change): void {
    const { at } = change;
    switch (change.kind) {
      case 'breakpoint':
        this.breakpoint = { kind: change.breakpoint, at };
        return;
      case 'focus':
        if (this.isInFocus && change.phase === 'end') {
          this.focusEndedAt = at;
          this.breakpoint = { kind: 'sessionEnded', at };
        }
        this.isInFocus = change.phase === 'start';
        return;
      case 'away':
        if (this.isAway && change.phase === 'end') this.breakpoint = { kind: 'returned', at };
        this.isAway = change.phase === 'start';
        return;
      case 'look':
        return;
    }
  }

  at(now: number): Present {
    const { isInFocus, focusEndedAt, isAway, breakpoint, calendar } = this;
    const quiet = quietAt(this.quietHours, now, calendar);
    return { now, day: calendar.dayAt(now), isInFocus, focusEndedAt, quiet, isAway, breakpoint };
  }
}
