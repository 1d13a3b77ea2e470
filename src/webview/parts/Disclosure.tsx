import type { ComponentChildren } from 'preact';
import { Chevron } from './Chevron.tsx';
import { useDisclosure } from './useDisclosure.ts';

interface DisclosureProps {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A line that opens what stands behind it. */
export function Disclosure({ id, label, children }: DisclosureProps) {
  const { isOpen, button, content, onKeyDown } = useDisclosure(id);
  return (
    <div onKeyDown={onKeyDown}>
      <button {...button} class="disclosure">
        <Chevron isOpen={isOpen} />
        {label}
      </button>
      {isOpen && <div {...content}>{children}</div>}
    </div>
  );
}
