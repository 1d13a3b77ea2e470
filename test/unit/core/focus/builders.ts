import type { Session } from '../../../../src/core/focus/session.ts';

/** 2026-11-23, a Monday, 09:00 in UTC. */
export const NINE = Date.UTC(2026, 10, 23, 9);
export const MINUTE = 60_000;

/** A countdown of 25 minutes from nine that is open. */
export function session(overrides: Partial<Session> = {}): Session {
  return {
    id: 1,
    kind: 'countdown',
    plannedMs: 25 * MINUTE,
    startedAt: NINE,
    pausedMs: 0,
    pausedAt: null,
    endedAt: null,
    outcome: null,
    word: '',
    intention: 'idle rule',
    item: null,
    round: null,
    reasons: [],
    bootAt: NINE - 180 * MINUTE,
    ...overrides,
  };
}
