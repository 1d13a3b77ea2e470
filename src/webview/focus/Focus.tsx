import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FocusView } from '../../core/messages/focus.ts';
import { FocusReady } from './FocusReady.tsx';
import { FocusSession } from './FocusSession.tsx';
import { Section } from '../parts/Section.tsx';

interface FocusProps {
  readonly focus: FocusView;
  /** When the snapshot was made. */
  readonly at: number;
}

/** The focus session, or what starts one. */
export function Focus({ focus, at }: FocusProps) {
  const body = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    // Whoever pressed a button that is gone now goes on where it was. VS Code's buttons take the focus once they are drawn.
    if (!hadFocus.current || body.current?.contains(document.activeElement)) return;
    requestAnimationFrame(() => {
      body.current?.querySelector<HTMLElement>('vscode-button, input')?.focus();
    });
  }, [focus.kind]);
  if (focus.kind === 'none') return null;
  return (
    <Section id="focus" title="Focus">
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
          <FocusSession session={focus.session} at={at} />
        ) : (
          <FocusReady minutes={focus.minutes} review={focus.review} />
        )}
      </div>
    </Section>
  );
}
