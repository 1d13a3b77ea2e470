import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { countOf } from '../../core/text/count.ts';
import { Chevron } from '../parts/Chevron.tsx';
import { closeOnEscape } from '../parts/closeOnEscape.ts';
import { UserText } from '../parts/UserText.tsx';
import { useDomId } from '../parts/useDomId.ts';

interface RuleRowProps {
  readonly title: string;
  readonly id: string;
  readonly level: string;
  readonly isChanged: boolean;
  /** What was tried is not kept. */
  readonly isEdited: boolean;
  readonly hasProblem: boolean;
  /** So many more days of record it needs before it says anything. */
  readonly missingDays: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

/** A line for a rule, and the rule below it when it is open. */
export function RuleRow({
  title,
  id,
  level,
  isChanged,
  isEdited,
  hasProblem,
  missingDays,
  isOpen,
  onToggle,
  children,
}: RuleRowProps) {
  const button = useRef<HTMLButtonElement>(null);
  const domId = useDomId();
  return (
    <li class={isChanged ? 'rule rule-changed' : 'rule'} onKeyDown={closeOnEscape(isOpen, button, onToggle)}>
      <button
        ref={button}
        type="button"
        class="rule-line"
        aria-expanded={isOpen}
        aria-controls={isOpen ? domId : undefined}
        onClick={onToggle}
      >
        <Chevron isOpen={isOpen} />
        <span class="rule-title">
          <UserText>{title}</UserText>
        </span>
        {id !== '' && (
          <span class="rule-id dim small">
            <UserText>{id}</UserText>
          </span>
        )}
        <span class="rule-level dim">
          {isEdited && !isOpen ? 'not kept yet, ' : isChanged && 'changed, '}
          {hasProblem && !isOpen && 'see what is wrong, '}
          {missingDays > 0 && `needs ${countOf(missingDays, 'more day')}, `}
          {level}
        </span>
      </button>
      {isOpen && (
        <div id={domId} class="rule-detail">
          {children}
        </div>
      )}
    </li>
  );
}
