import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Explanation } from '../../core/messages/numbers.ts';
import { closeOnEscape } from '../parts/closeOnEscape.ts';
import { ExplanationView } from './ExplanationView.tsx';
import { usePage } from '../pageContext.ts';

interface FactProps {
  /** Stable over snapshots, so that what is open stays open. */
  readonly toggleId: string;
  readonly label: ComponentChildren;
  readonly value: string;
  readonly explanation: Explanation;
  /** What else stands in the row. */
  readonly children: ComponentChildren;
}

/** A row with a number; the number opens how it was computed. */
export function Fact({ toggleId, label, value, explanation, children }: FactProps) {
  const { toggled, toggle } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isOpen = toggled.has(toggleId);
  const flip = () => {
    toggle(toggleId);
  };
  return (
    <li class="fact" onKeyDown={closeOnEscape(isOpen, button, flip)}>
      <div class="fact-row">
        <span class="fact-label" id={`${id}-label`}>
          {label}
        </span>
        <button
          type="button"
          ref={button}
          id={`${id}-value`}
          class="link number"
          title="How this was computed"
          aria-labelledby={`${id}-label ${id}-value`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-how` : undefined}
          onClick={flip}
        >
          {value}
        </button>
        {children}
      </div>
      {isOpen && (
        <div class="explanation" id={`${id}-how`} role="group" aria-label="How this was computed">
          <ExplanationView explanation={explanation} />
        </div>
      )}
    </li>
  );
}
