import { useState } from 'preact/hooks';
import { OUTCOME_NAMES } from '../../core/focus/view.ts';
import { OUTCOMES } from '../../core/focus/session.ts';
import type { Reason } from '../../core/focus/reasons.ts';
import type { ReviewView } from '../../core/messages/focus.ts';
import { Button } from '../parts/Button.tsx';
import { Reasons } from './Reasons.tsx';

/** Asks how the session went that has ended by itself: an outcome, with a word and what interrupted it, if one likes. */
export function Review({ review }: { review: ReviewView }) {
  const [word, setWord] = useState('');
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  return (
    <div class="review asked" role="group" aria-label="How did it go?">
      <p>
        {review.text}
        {review.intention !== '' && (
          <>
            : <bdi>{review.intention}</bdi>
          </>
        )}
        . How did it go?
      </p>
      {review.interruptions !== '' && (
        <Reasons interruptions={review.interruptions} chosen={reasons} onChoose={setReasons} />
      )}
      <input
        class="text-field"
        type="text"
        maxLength={200}
        placeholder="A word about it, if you like"
        aria-label="A word about it"
        value={word}
        onInput={({ currentTarget }) => {
          setWord(currentTarget.value);
        }}
      />
      <div class="actions">
        {OUTCOMES.map(outcome => (
          <Button
            key={outcome}
            label={OUTCOME_NAMES[outcome]}
            request={{ type: 'reviewSession', id: review.id, outcome, word, reasons: [...reasons] }}
          />
        ))}
      </div>
    </div>
  );
}
