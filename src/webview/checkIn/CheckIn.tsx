import { CHECK_IN_ASPECTS, NO_WORDS } from '../../core/checkIn.ts';
import type { CheckInView } from '../../core/messages/checkIn.ts';
import { Button } from '../parts/Button.tsx';
import { Section } from '../parts/Section.tsx';
import { usePanel } from '../panelContext.ts';
import { Aspect } from './Aspect.tsx';
import { Sentence } from './Sentence.tsx';
import { useFocusWhenWanted } from './useFocusWhenWanted.ts';
import { useUnsent } from './useUnsent.ts';

interface CheckInProps {
  readonly view: CheckInView;
  /** When the snapshot was made. */
  readonly at: number;
}

/** How today was, in three clicks and a sentence. Whatever is said is kept at once, and can be said anew until midnight. */
export function CheckIn({ view, at }: CheckInProps) {
  const { said, isAsked, wantedAt } = view;
  const { post } = usePanel();
  const body = useFocusWhenWanted(wantedAt, at);
  const [words, change] = useUnsent(said ?? NO_WORDS, changed => {
    post({ type: 'checkIn', ...changed });
  });
  if (!said && !isAsked && wantedAt === null) return null;
  return (
    <Section id="checkIn" title="Check-in" aside={said ? 'kept' : 'how was today?'}>
      <div class="section-body check-in" ref={body}>
        {CHECK_IN_ASPECTS.map(aspect => (
          <Aspect
            key={aspect}
            aspect={aspect}
            level={words[aspect]}
            onSay={level => {
              change({ [aspect]: level });
            }}
          />
        ))}
        <Sentence
          sentence={words.sentence}
          onSay={sentence => {
            change({ sentence });
          }}
        />
        {!said && (
          <div class="actions">
            <Button label="Not today" request={{ type: 'skipCheckIn' }} />
          </div>
        )}
      </div>
    </Section>
  );
}
