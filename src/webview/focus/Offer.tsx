import type { OfferView } from '../../core/messages/focus.ts';
import { Button } from '../parts/Button.tsx';

/** What comes next in a series; nothing of it begins by itself. */
export function Offer({ offer: { take, skip } }: { offer: OfferView }) {
  return (
    <div class="actions asked" role="group" aria-label="What comes next">
      <Button label={take} request={{ type: 'takeOffer' }} />
      {skip !== null && <Button label={skip} request={{ type: 'nextRound' }} />}
      <Button label="Not now" request={{ type: 'declineOffer' }} />
    </div>
  );
}
