import { useState } from 'preact/hooks';
import { awayText, NAMED_AS } from '../../core/idle/awayText.ts';
import type { AwayView } from '../../core/messages/away.ts';
import { Link } from '../parts/Link.tsx';
import { Section } from '../parts/Section.tsx';
import { usePanel } from '../panelContext.ts';
import { AwayAnswers } from './AwayAnswers.tsx';

/** What the pause was that one has come back from: asked, or told where it named itself. One click answers. */
export function Away({ view }: { view: AwayView }) {
  const { post } = usePanel();
  const [isChanging, setChanging] = useState(false);
  const { as, length, range } = view;
  const isAsked = as === null || isChanging;
  return (
    <Section id="away" title="Away" aside={range}>
      <div class="section-body away">
        <p>{as === null ? `${awayText(view)}. What was it?` : `${NAMED_AS[as]}, as always: ${length}.`}</p>
        {isAsked ? (
          <AwayAnswers view={view} />
        ) : (
          <div class="away-links small">
            <Link
              onClick={() => {
                setChanging(true);
              }}
            >
              Change
            </Link>
            <Link
              onClick={() => {
                post({ type: 'leaveAway' });
              }}
            >
              Leave it so
            </Link>
          </div>
        )}
      </div>
    </Section>
  );
}
