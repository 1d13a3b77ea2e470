import type { ComponentChildren } from 'preact';

interface PushProps {
  readonly isSecondary?: boolean;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button. (That of `vscode-elements` would bring as much code as all else on this page.) */
export function Push({ isSecondary = false, isDisabled = false, onClick, children }: PushProps) {
  return (
    <button
      type="button"
      class={isSecondary ? 'push push-secondary' : 'push'}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
