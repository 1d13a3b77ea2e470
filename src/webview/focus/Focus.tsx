import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FocusView } from '../../core/messages/focus.ts';
import type { NumberView } from '../../core/messages/numbers.ts';
import { ExplanationView } from '../numbers/ExplanationView.tsx';
import { Section } from '../parts/Section.tsx';
import { useDisclosure } from '../parts/useDisclosure.ts';
import { DeepWeek } from './DeepWeek.tsx';
import { FocusReady } from './FocusReady.tsx';
import { FocusSession } from './FocusSession.tsx';

interface FocusProps {
  readonly focus: FocusView;
  /** Deep time of the week. */
  readonly week: NumberView;
  /** When the snapshot was made. */
  readonly at: number;
}

/** The focus session, or what starts one. */
export function Focus({ focus, week, at }: FocusProps) {
  const how = useDisclosure(`number:${week.id}`);
  const body = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    // Whoever pressed a button that is gone now goes on where it was. VS Code's buttons take the focus once they are drawn.
    if (!hadFocus.current || body.current?.contains(document.activeElement)) return;
    requestAnimationFrame(() => {
      // A window that nobody looks at draws late: by then the focus may be elsewhere in VS Code.
      if (!document.hasFocus() || body.current?.contains(document.activeElement)) return;
      body.current?.querySelector<HTMLElement>('vscode-button, input')?.focus();
    });
  }, [placeOf(focus)]);
  if (focus.kind === 'none') return null;
  return (
    <div onKeyDown={how.onKeyDown}>
      <Section id="focus" title="Focus" aside={<DeepWeek week={week} button={how.button} />}>
        {how.isOpen && (
          <div {...how.content} class="explanation" role="group" aria-label="How this was computed">
            <ExplanationView explanation={week.explanation} />
          </div>
        )}
        <div
          class="section-body focus-body"
          ref={body}
          onFocusIn={() => {
            hadFocus.current = true;
          }}
          onFocusOut={({ relatedTarget }) => {
            // An element that is taken away loses the focus to nothing.
            if (relatedTarget !== null) hadFocus.current = false;
          }}
        >
          {focus.kind === 'session' ? (
            <FocusSession session={focus.session} review={focus.review} at={at} />
          ) : (
            <FocusReady ready={focus} />
          )}
        </div>
      </Section>
    </div>
  );
}

/** Changes where buttons come and go. */
function placeOf(focus: FocusView): string {
  if (focus.kind === 'none') return focus.kind;
  const asks = focus.review ? `review ${focus.review.id}` : '';
  return focus.kind === 'ready'
    ? `ready ${asks} ${focus.offer?.take ?? ''}`
    : `${focus.session.kind} ${asks} ${focus.session.isPaused}`;
}
