import { useState } from 'preact/hooks';
import { OUTCOME_NAMES } from '../../core/focus/view.ts';
import { OUTCOMES } from '../../core/focus/session.ts';
import type { FocusView } from '../../core/messages/focus.ts';
import type { PanelRequest } from '../../core/messages/panel.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { Button } from '../parts/Button.tsx';
import { usePanel } from '../panelContext.ts';

type Ready = Extract<FocusView, { kind: 'ready' }>;

const LONG_MINUTES = 50;

/** No session runs: starts one, and asks of the last how it went. */
export function FocusReady({ minutes, review }: Pick<Ready, 'minutes' | 'review'>) {
  const { post } = usePanel();
  const [intention, setIntention] = useState('');
  const plan = (length: number): PanelRequest => ({
    type: 'startSession',
    kind: 'countdown',
    minutes: length,
    intention,
  });
  const start = () => {
    post(plan(minutes));
  };
  return (
    <>
      {review && <Review review={review} />}
      <input
        class="text-field"
        type="text"
        maxLength={200}
        placeholder="What for?"
        aria-label="What for?"
        value={intention}
        onInput={({ currentTarget }) => {
          setIntention(currentTarget.value);
        }}
        onKeyDown={event => {
          // While an input method composes a word, Enter is its own.
          if (event.key === 'Enter' && !event.isComposing) start();
        }}
      />
      <div class="actions">
        <vscode-button onClick={start}>Start {lengthText(minutes)}</vscode-button>
        {minutes !== LONG_MINUTES && <Button label={`${LONG_MINUTES} min`} request={plan(LONG_MINUTES)} />}
        <Button label="Flow" request={{ type: 'startSession', kind: 'flow', minutes, intention }} />
      </div>
    </>
  );
}

function lengthText(minutes: number): string {
  return formatDuration(minutes * 60_000);
}

function Review({ review }: { review: NonNullable<Ready['review']> }) {
  return (
    <div class="review" role="group" aria-label="How did it go?">
      <p>
        {review.text}
        {review.intention !== '' && (
          <>
            : <bdi>{review.intention}</bdi>
          </>
        )}
        . How did it go?
      </p>
      <div class="actions">
        {OUTCOMES.map(outcome => (
          <Button
            key={outcome}
            label={OUTCOME_NAMES[outcome]}
            request={{ type: 'reviewSession', id: review.id, outcome }}
          />
        ))}
      </div>
    </div>
  );
}
