import { sessionTime } from '../../core/focus/view.ts';
import type { SessionView } from '../../core/messages/focus.ts';
import { Button } from '../parts/Button.tsx';
import { Ring } from './Ring.tsx';
import { usePassed } from '../parts/useNow.ts';

/** A session that is not over. It counts by itself, and says nothing aloud while it does: whoever wants to know looks. */
export function FocusSession({ session, at }: { session: SessionView; at: number }) {
  const { plannedMs, isPaused, intention, interruptions } = session;
  const elapsedMs = session.elapsedMs + usePassed(at, !isPaused);
  const beside = [isPaused && 'paused', interruptions].filter(Boolean).join(' · ');
  return (
    <>
      <div class="session">
        {plannedMs !== null && <Ring share={Math.max(0, 1 - elapsedMs / plannedMs)} />}
        <div class="session-text">
          <p class="session-time" role="timer" aria-live="off">
            {sessionTime({ plannedMs, elapsedMs })}
          </p>
          {intention !== '' && (
            <p>
              <bdi>{intention}</bdi>
            </p>
          )}
          {beside !== '' && <p class="dim">{beside}</p>}
        </div>
      </div>
      <div class="actions">
        {plannedMs !== null && <Button label="+5 min" request={{ type: 'extendSession' }} />}
        {isPaused ? (
          <Button label="Resume" request={{ type: 'resumeSession' }} />
        ) : (
          <Button label="Pause" request={{ type: 'pauseSession' }} />
        )}
        <Button label="End…" request={{ type: 'endSession' }} />
      </div>
    </>
  );
}
