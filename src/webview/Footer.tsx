import type { RecordingState } from '../core/messages/panel.ts';
import { Link } from './parts/Link.tsx';
import { usePanel } from './panelContext.ts';

/** Where the record lies, and how to stop it, at the end of everything. */
export function Footer({ recording }: { recording: RecordingState }) {
  const { post } = usePanel();
  if (recording.kind !== 'recording' && recording.kind !== 'paused') return null;
  return (
    <footer class="footer">
      <Link
        onClick={() => {
          post({ type: 'openDataFolder' });
        }}
      >
        Open data folder
      </Link>
      {recording.kind === 'recording' && (
        <Link
          onClick={() => {
            post({ type: 'pause' });
          }}
        >
          Pause recording
        </Link>
      )}
      <span>Kept on this machine only.</span>
    </footer>
  );
}
