import type { WorkspaceState } from '../../core/messages/panel.ts';
import type { PauseLength } from '../../core/record/pause.ts';
import { Chevron } from '../parts/Chevron.tsx';
import { Link } from '../parts/Link.tsx';
import { useDisclosure } from '../parts/useDisclosure.ts';
import { usePanel } from '../panelContext.ts';

const LENGTHS: readonly { readonly length: PauseLength; readonly label: string }[] = [
  { length: 15, label: '15 min' },
  { length: 30, label: '30 min' },
  { length: 60, label: '1 h' },
  { length: 'tomorrow', label: 'Until tomorrow' },
  { length: 'open', label: 'Until I resume' },
];

/** A line that opens the ways to pause recording. */
export function PauseChoices({ workspace }: { workspace: WorkspaceState }) {
  const { post } = usePanel();
  const { isOpen, button, content, onKeyDown } = useDisclosure('pause');
  const { onClick: close } = button;
  return (
    <div class="pause" onKeyDown={onKeyDown}>
      <button {...button} class="disclosure">
        <Chevron isOpen={isOpen} />
        Pause recording
      </button>
      {isOpen && (
        <div {...content} class="links" role="group" aria-label="Pause recording for">
          {LENGTHS.map(({ length, label }) => (
            <Link
              key={length}
              onClick={() => {
                close();
                post({ type: 'pause', length });
              }}
            >
              {label}
            </Link>
          ))}
          <Link
            onClick={() => {
              close();
              post({ type: 'pauseMenu' });
            }}
          >
            Other…
          </Link>
          {workspace === 'recorded' && (
            <Link
              onClick={() => {
                close();
                post({ type: 'leaveOutWorkspace' });
              }}
            >
              For this workspace
            </Link>
          )}
        </div>
      )}
    </div>
  );
}
