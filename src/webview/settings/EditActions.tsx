import type { ComponentChildren } from 'preact';

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
          <vscode-button disabled={!canKeep} onClick={onKeep}>
            Keep
          </vscode-button>
          <vscode-button secondary onClick={onDiscard}>
            Discard
          </vscode-button>
        </>
      )}
      {children}
    </div>
  );
}
