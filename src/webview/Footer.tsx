import type { RecordingState, WorkspaceState } from '../core/messages/panel.ts';
import { Link } from './parts/Link.tsx';
import { PauseChoices } from './states/PauseChoices.tsx';
import { usePanel } from './panelContext.ts';

interface FooterProps {
  readonly recording: RecordingState;
  readonly workspace: WorkspaceState;
}

/** Where the record lies, and how to stop it, at the end of everything. */
export function Footer({ recording, workspace }: FooterProps) {
  const { post } = usePanel();
  if (recording.kind !== 'recording' && recording.kind !== 'paused') return null;
  return (
    <footer class="footer">
      {recording.kind === 'recording' && <PauseChoices workspace={workspace} />}
      <Link
        onClick={() => {
          post({ type: 'openRecorded' });
        }}
      >
        What is recorded
      </Link>
      <Link
        onClick={() => {
          post({ type: 'openDataFolder' });
        }}
      >
        Open data folder
      </Link>
      <span>Kept on this machine only.</span>
    </footer>
  );
}
