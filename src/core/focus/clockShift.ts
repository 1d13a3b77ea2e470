import type { Session, SessionEvent } from './session.ts';

/** What two readings of two clocks may differ by, and a clock that is put right bit by bit. */
const CLOCK_TOLERANCE_MS = 5_000;

/**
 * Whether the wall clock was set since the session was last written; null: it was not.
 *
 * The wall clock alone cannot tell a machine that slept from a clock set forward. Its distance from the uptime can: uptime counts
 * sleep, starts at 0 with the machine, is one for all windows, and nobody sets it. If the distance has changed, the clock was set by
 * just that, and the session's times move along, so that what is left of it stays. After a restart of the machine the distance
 * says nothing; then the wall clock is believed. A restart is seen by an uptime below that of the session's start. Where that does
 * not show it (a session begun right after a start of the machine, or a second restart), what is left is too much, never too
 * little: no session ends early.
 */
export function clockShift(
  { startedAt, bootAt }: Session,
  now: number,
  uptimeMs: number,
): Extract<SessionEvent, { kind: 'clockSet' }> | null {
  const by = now - uptimeMs - bootAt;
  if (Math.abs(by) < CLOCK_TOLERANCE_MS) return null;
  const isRestarted = uptimeMs < startedAt - bootAt;
  return { kind: 'clockSet', by: isRestarted ? 0 : by, bootAt: bootAt + by };
}
