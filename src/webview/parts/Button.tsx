import type { PanelRequest } from '../../core/messages/panel.ts';
import { usePanel } from '../panelContext.ts';

interface ButtonProps {
  readonly label: string;
  /** For readers of the screen, where the label is short for it. */
  readonly name?: string;
  readonly request: PanelRequest;
}

/** A quiet button that asks the host for something. */
export function Button({ label, name, request }: ButtonProps) {
  const { post } = usePanel();
  return (
    <vscode-button
      secondary
      aria-label={name}
      onClick={() => {
        post(request);
      }}
    >
      {label}
    </vscode-button>
  );
}
