import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Chevron } from './Chevron.tsx';
import { closeOnEscape } from './closeOnEscape.ts';
import { usePage } from '../pageContext.ts';

interface DisclosureProps {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A line that opens what stands behind it. */
export function Disclosure({ id, label, children }: DisclosureProps) {
  const { toggled, toggle } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const domId = useId();
  const isOpen = toggled.has(id);
  const flip = () => {
    toggle(id);
  };
  return (
    <div onKeyDown={closeOnEscape(isOpen, button, flip)}>
      <button
        type="button"
        ref={button}
        class="disclosure"
        aria-expanded={isOpen}
        aria-controls={isOpen ? domId : undefined}
        onClick={flip}
      >
        <Chevron isOpen={isOpen} />
        {label}
      </button>
      {isOpen && <div id={domId}>{children}</div>}
    </div>
  );
}
