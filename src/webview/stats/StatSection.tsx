import type { ComponentChildren } from 'preact';
import { useDisclosure } from '../parts/useDisclosure.ts';
import { useDomId } from '../parts/useDomId.ts';

interface StatSectionProps {
  readonly title: string;
  /** Dim, beside the title. */
  readonly aside?: ComponentChildren;
  /** At the end of the line. */
  readonly choice?: ComponentChildren;
  /** What a link at the end of the line opens, below everything. */
  readonly behind?: { readonly id: string; readonly label: string; readonly content: ComponentChildren };
  readonly children: ComponentChildren;
}

/** A part of the tab under a heading. */
export function StatSection({ title, aside, choice, behind, children }: StatSectionProps) {
  const id = useDomId();
  // Where nothing stands behind, nobody opens it.
  const { isOpen, button, content, onKeyDown } = useDisclosure(behind?.id ?? id);
  return (
    <section class="stat" aria-labelledby={id} onKeyDown={onKeyDown}>
      <div class="stat-head">
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <div class="dim">{aside}</div>}
        {choice}
        {behind && (
          <button {...button} class="link stat-more">
            {behind.label}
          </button>
        )}
      </div>
      {children}
      {behind && isOpen && <div {...content}>{behind.content}</div>}
    </section>
  );
}
