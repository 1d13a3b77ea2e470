import { sessionTime } from '../../core/focus/view.ts';
import type { ReviewView, SessionView } from '../../core/messages/focus.ts';
import { Button } from '../parts/Button.tsx';
import { usePassed } from '../parts/useNow.ts';
import { ItemText } from './ItemText.tsx';
import { Review } from './Review.tsx';
import { Ring } from './Ring.tsx';

interface FocusSessionProps {
  readonly session: SessionView;
  /** Asked in a break about the round before it. */
  readonly review: ReviewView | null;
  /** When the snapshot was made. */
  readonly at: number;
}

/** A session that is not over. It counts by itself, and says nothing aloud while it does: whoever wants to know looks. */
export function FocusSession({ session, review, at }: FocusSessionProps) {
  const { kind, plannedMs, isPaused, series, intention, item, interruptions } = session;
  const elapsedMs = session.elapsedMs + usePassed(at, !isPaused);
  const isBreak = kind === 'break';
  const beside = [isBreak && 'break', series, isPaused && 'paused', interruptions]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <div class="session">
        {plannedMs !== null && <Ring share={Math.max(0, 1 - elapsedMs / plannedMs)} isQuiet={isBreak} />}
        <div class="session-text">
          <p class="session-time" role="timer" aria-live="off">
            {sessionTime({ plannedMs, elapsedMs })}
          </p>
          {intention !== '' && (
            <p>
              <bdi>{intention}</bdi>
            </p>
          )}
          {item && (
            <p>
              <ItemText item={item} />
            </p>
          )}
          {beside !== '' && <p class="dim">{beside}</p>}
        </div>
      </div>
      <div class="actions">
        {plannedMs !== null && <Button label="+5 min" request={{ type: 'extendSession' }} />}
        {!isBreak && <PauseButton isPaused={isPaused} />}
        <Button label={isBreak ? 'End the break' : 'End…'} request={{ type: 'endSession' }} />
      </div>
      {review && <Review key={review.id} review={review} />}
    </>
  );
}

function PauseButton({ isPaused }: { isPaused: boolean }) {
  return isPaused ? (
    <Button label="Resume" request={{ type: 'resumeSession' }} />
  ) : (
    <Button label="Pause" request={{ type: 'pauseSession' }} />
  );
}
