import { useState } from 'preact/hooks';
import type { FocusKind } from '../../core/focus/session.ts';
import type { FocusView } from '../../core/messages/focus.ts';
import type { PanelRequest } from '../../core/messages/panel.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { usePanel } from '../panelContext.ts';
import { Button } from '../parts/Button.tsx';
import { ForItem } from './ForItem.tsx';
import { Offer } from './Offer.tsx';
import { Review } from './Review.tsx';

const LONG_MINUTES = 50;

/** No session runs: starts one, and asks of the last how it went. */
export function FocusReady({ ready }: { ready: Extract<FocusView, { kind: 'ready' }> }) {
  const { minutes, review, offer, item } = ready;
  const { post } = usePanel();
  const [intention, setIntention] = useState('');
  /** The id of the item that no session is to be for. */
  const [declined, setDeclined] = useState('');
  const forItem = item && item.id !== declined ? item.id : null;
  const plan = (kind: FocusKind, length = minutes): PanelRequest => ({
    type: 'startSession',
    kind,
    minutes: length,
    intention,
    item: forItem,
  });
  const start = () => {
    post(plan('countdown'));
  };
  return (
    <>
      {review && <Review key={review.id} review={review} />}
      {offer && <Offer offer={offer} />}
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
      {item && (
        <ForItem
          item={item}
          isChosen={forItem !== null}
          onChoose={isChosen => {
            setDeclined(isChosen ? '' : item.id);
          }}
        />
      )}
      <div class="actions">
        <vscode-button onClick={start}>Start {lengthText(minutes)}</vscode-button>
        {minutes !== LONG_MINUTES && (
          <Button
            label={String(LONG_MINUTES)}
            name={`${LONG_MINUTES} min`}
            request={plan('countdown', LONG_MINUTES)}
          />
        )}
        <Button label="Pomodoro" request={plan('pomodoro')} />
        <Button label="Flow" request={plan('flow')} />
      </div>
    </>
  );
}

function lengthText(minutes: number): string {
  return formatDuration(minutes * 60_000);
}
