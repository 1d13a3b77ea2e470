import type { NudgeView } from '../../core/messages/nudges.ts';
import { ExplanationView } from '../numbers/ExplanationView.tsx';
import { Button } from '../parts/Button.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useDomId } from '../parts/useDomId.ts';
import { RowsBehind } from '../record/RowsBehind.tsx';
import { usePanel } from '../panelContext.ts';

/** What is suggested, why, and the ways out: do it, put it off, or answer something else. Delete dismisses it. */
export function Nudge({ nudge: { id, text, why, explanation, offers } }: { nudge: NudgeView }) {
  const { source, ...computed } = explanation;
  const { post } = usePanel();
  const domId = useDomId();
  const [offer] = offers;
  return (
    <li
      class="nudge"
      aria-labelledby={domId}
      onKeyDown={event => {
        if (event.key === 'Delete') post({ type: 'dismissNudge', id });
      }}
    >
      <p id={domId}>{text}</p>
      <p class="small dim">{why}</p>
      <Disclosure id={`nudge:${id}`} label="Why this?">
        <div class="explanation">
          <ExplanationView explanation={computed} />
          {source && <RowsBehind source={source} />}
        </div>
      </Disclosure>
      <div class="actions" role="group" aria-labelledby={domId}>
        {offer && (
          <Button label={offer.label} request={{ type: 'actOnNudge', id, suggestion: offer.suggestion }} />
        )}
        <Button label="Snooze…" request={{ type: 'snoozeNudge', id }} />
        <button
          type="button"
          class="icon-button"
          aria-label="More answers…"
          title="More answers…"
          onClick={() => {
            post({ type: 'nudgeMenu', id });
          }}
        >
          <Icon name="more" />
        </button>
      </div>
    </li>
  );
}
