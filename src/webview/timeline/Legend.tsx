import { ACTIVITIES } from '../../core/activity/span.ts';
import type { TodayView } from '../../core/messages/today.ts';
import { ACTIVITY_NAMES } from '../../core/text/activityName.ts';
import { Swatch } from '../parts/Swatch.tsx';

/** What the timeline's colours and lines mean; only what is in it today. */
export function Legend({ today: { pieces, blocks, sessions } }: { today: TodayView }) {
  const seen = new Set(pieces.map(piece => (piece.kind === 'active' ? piece.activity : piece.kind)));
  return (
    <ul class="legend">
      {ACTIVITIES.filter(activity => seen.has(activity)).map(activity => (
        <li key={activity}>
          <Swatch look={`look-${activity}`} />
          {ACTIVITY_NAMES[activity]}
        </li>
      ))}
      {seen.has('named') && (
        <li key="named">
          <Swatch look="look-named" />
          named time away
        </li>
      )}
      {blocks.some(block => block.isDeep) && (
        <li key="deep">
          <svg class="swatch" width="14" height="9" aria-hidden="true">
            <path class="bracket" d="M0.5 8V2.5H13.5V8" />
          </svg>
          deep block
        </li>
      )}
      {sessions.length > 0 && (
        <li key="session">
          <svg class="swatch" width="14" height="9" aria-hidden="true">
            <rect class="session-line" y="3.5" width="14" height="2" />
          </svg>
          focus session
        </li>
      )}
    </ul>
  );
}
