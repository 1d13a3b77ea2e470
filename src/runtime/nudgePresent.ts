import type { Breakpoint } from '../core/focus/breakpointWatch.ts';
import type { Session } from '../core/focus/session.ts';
import type { Present } from '../core/nudges/policy.ts';
import { quietAt, type QuietHours } from '../core/nudges/quietHours.ts';
import { nudging } from '../store/nudges.ts';
import type { ReadableRecord } from './pastDays.ts';

/** A span that goes on now began at most so long ago: typing without a pause of 30 s is never longer. */
const LONGEST_SPAN_MS = 3_600_000;

export interface Surrounding {
  readonly quietHours: QuietHours | null;
  readonly idleAfterMs: number;
  /** When somebody was last there in this window, as far as it is not written yet; epoch milliseconds. */
  readonly carriedAt: number;
}

/** What goes on around the one who would be shown something, over all windows, as the record has it. Throws a `StoreError`. */
export function presentAt(
  now: number,
  { store, calendar }: ReadableRecord,
  { quietHours, idleAfterMs, carriedAt }: Surrounding,
): Present {
  const session = store.sessions.lastFocus();
  const end = endOf(session, now);
  const carried = carriedAt <= now ? carriedAt : -Infinity;
  const seenAt = Math.max(carried, lastSeen(store, now - idleAfterMs, now) ?? -Infinity);
  return {
    now,
    day: calendar.dayAt(now),
    isInFocus: session !== null && session.endedAt === null,
    focusEndedAt: end?.at ?? -Infinity,
    quiet: quietAt(quietHours, now, calendar),
    isAway: now - seenAt > idleAfterMs,
    breakpoint: later(store.part(nudging).lastBreakpoint(), end),
  };
}

/** When somebody was last there in any window; null: not since `since`, nor for long before. */
export function lastSeen(store: ReadableRecord['store'], since: number, now: number): number | null {
  return store.lastSpanEnd(since - LONGEST_SPAN_MS, now);
}

/** What ended at a time that is still to come ended before the clock was set back. */
function endOf(session: Session | null, now: number): Breakpoint | null {
  const at = session?.endedAt ?? Infinity;
  return at > now ? null : { kind: 'sessionEnded', at };
}

function later(a: Breakpoint | null, b: Breakpoint | null): Breakpoint | null {
  if (!a || !b) return a ?? b;
  return a.at > b.at ? a : b;
}
