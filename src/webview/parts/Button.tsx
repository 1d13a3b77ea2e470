import type { PanelRequest } from '../../core/messages/panel.ts';
import { usePanel } from '../panelContext.ts';

interface ButtonProps {
  readonly label: string;
  readonly request: PanelRequest;
}

/** A quiet button that asks the host for something. */
export function Button({ label, request }: ButtonProps) {
  const { post } = usePanel();
  return (
    <vscode-button
      secondary
      onClick={() => {
        post(request);
      }}
    >
      {label}
    </vscode-button>
  );
}
