import type { ComponentChildren } from 'preact';
import { Push } from './Push.tsx';

interface EditActionsProps {
  readonly isEdited: boolean;
  readonly canKeep: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly children?: ComponentChildren;
}

/** Whether an edit is taken over or discarded, and what else can be done. */
export function EditActions({ isEdited, canKeep, onKeep, onDiscard, children }: EditActionsProps) {
  return (
    <div class="actions">
      {isEdited && (
        <>
          <Push isDisabled={!canKeep} onClick={onKeep}>
            Keep
          </Push>
          <Push isSecondary onClick={onDiscard}>
            Discard
          </Push>
        </>
      )}
      {children}
    </div>
  );
}
