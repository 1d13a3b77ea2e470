import type { SessionStretch } from '../../core/messages/today.ts';
import type { ClockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { isolate } from '../../core/text/isolate.ts';
import { TIMELINE, type TimeScale } from './timelineLayout.ts';

interface SessionLinesProps {
  readonly sessions: readonly SessionStretch[];
  readonly x: TimeScale;
  readonly clock: ClockText;
}

/** A line over the time of each focus session. */
export function SessionLines({ sessions, x, clock }: SessionLinesProps) {
  return (
    <g>
      {sessions.map(session => {
        const name = nameOf(session, clock);
        const from = x(session.start);
        return (
          <g key={session.start} role="img" aria-label={name}>
            <title>{name}</title>
            <rect
              class="session-line"
              x={from}
              y={TIMELINE.session}
              width={Math.max(TIMELINE.leastPiece, x(session.end) - from)}
              height={2}
            />
          </g>
        );
      })}
    </g>
  );
}

function nameOf(session: SessionStretch, clock: ClockText): string {
  const { start, end, intention } = session;
  const what = intention === '' ? [] : [isolate(intention)];
  return ['Focus session', clock.range(session), formatDuration(end - start), ...what].join(', ');
}
