import type { ComponentChildren } from 'preact';
import type { Explanation } from '../../core/messages/numbers.ts';
import { useDisclosure } from '../parts/useDisclosure.ts';
import { ExplanationView } from './ExplanationView.tsx';
import { useDomId } from '../parts/useDomId.ts';

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
  const { isOpen, button, content, onKeyDown } = useDisclosure(toggleId);
  const id = useDomId();
  return (
    <li class="fact" onKeyDown={onKeyDown}>
      <div class="fact-row">
        <span class="fact-label" id={`${id}-label`}>
          {label}
        </span>
        <button
          {...button}
          id={`${id}-value`}
          class="link number"
          title="How this was computed"
          aria-labelledby={`${id}-label ${id}-value`}
        >
          {value}
        </button>
        {children}
      </div>
      {isOpen && (
        <div {...content} class="explanation" role="group" aria-label="How this was computed">
          <ExplanationView explanation={explanation} />
        </div>
      )}
    </li>
  );
}
