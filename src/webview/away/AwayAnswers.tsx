import { useState } from 'preact/hooks';
import { ANSWER_NAMES, AWAY_ANSWERS } from '../../core/idle/awayText.ts';
import type { AwayView } from '../../core/messages/away.ts';
import { Button } from '../parts/Button.tsx';
import { Link } from '../parts/Link.tsx';
import { usePanel } from '../panelContext.ts';

/** The answers, each one click; with what they are to hold for, said before. */
export function AwayAnswers({ view: { start, end, as, like } }: { view: AwayView }) {
  const { post, openSetting } = usePanel();
  const [always, setAlways] = useState(false);
  return (
    <>
      <div class="actions" role="group" aria-label="What was it?">
        {AWAY_ANSWERS.filter(answer => answer !== as).map(answer => (
          <Button
            key={answer}
            label={ANSWER_NAMES[answer]}
            request={{ type: 'nameAway', start, end, as: answer, always }}
          />
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={always}
          onChange={({ currentTarget }) => {
            setAlways(currentTarget.checked);
          }}
        />
        <span>
          Always for pauses like this
          {always && <span class="away-like small dim">{like}</span>}
        </span>
      </label>
      <div class="away-links small">
        <Link
          onClick={() => {
            post({ type: 'leaveAway' });
          }}
        >
          {as === null ? 'Leave it unanswered' : 'Leave it so'}
        </Link>
        {as !== null && (
          <Link
            onClick={() => {
              openSetting('idle.always');
            }}
          >
            Change andon.idle.always
          </Link>
        )}
      </div>
    </>
  );
}
