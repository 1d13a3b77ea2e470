import type { Interval } from '../activity/interval.ts';
import type { Session } from '../focus/session.ts';
import type { SessionStretch } from '../messages/today.ts';

/** The parts of sessions that lie in a time, as the timeline shows them. One that is open goes on until `now`. */
export function sessionStretches(
  sessions: readonly Session[],
  { start, end }: Interval,
  now: number,
): SessionStretch[] {
  return sessions
    .map(({ kind, intention, startedAt, endedAt }) => ({
      kind,
      intention,
      start: Math.max(start, startedAt),
      end: Math.min(end, endedAt ?? now),
    }))
    .filter(stretch => stretch.end > stretch.start);
}
