import type { ComponentChildren } from 'preact';
import { Chevron } from './Chevron.tsx';
import { usePage } from '../pageContext.ts';
import { useDomId } from './useDomId.ts';

interface SectionProps {
  /** Stable: what the user closed stays closed by it. */
  readonly id: string;
  readonly title: string;
  /** Dim, at the end of the header. */
  readonly aside?: ComponentChildren;
  /** Buttons before it. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * A part of the panel that can be closed, as VS Code's own views can. (`vscode-collapsible` looks like one too, but its header
 * says neither that it is a button nor whether it is open, and Space does nothing.)
 */
export function Section({ id, title, aside, actions, children }: SectionProps) {
  const { toggled, toggle } = usePage();
  const isOpen = !toggled.has(`section:${id}`);
  const domId = useDomId();
  return (
    <section class="section" aria-labelledby={domId}>
      <div class="section-header">
        <h2>
          <button
            type="button"
            id={domId}
            aria-expanded={isOpen}
            onClick={() => {
              toggle(`section:${id}`);
            }}
          >
            <Chevron isOpen={isOpen} />
            <span class="section-title">{title}</span>
          </button>
        </h2>
        {isOpen && actions && <span class="section-actions">{actions}</span>}
        {aside !== undefined && <span class="section-aside">{aside}</span>}
      </div>
      {isOpen && children}
    </section>
  );
}
