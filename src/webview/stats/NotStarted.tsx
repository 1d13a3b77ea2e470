import { WhatIsRecorded } from '../states/WhatIsRecorded.tsx';
import { usePost } from './statsContext.ts';

/** Before anything is recorded: what will stand here, and the way to it. */
export function NotStarted({ folder }: { folder: string }) {
  const post = usePost();
  return (
    <div class="not-started">
      <h1>Stats</h1>
      <p>
        Nothing is recorded yet. If you start, your days and weeks will stand here, from a record that is kept
        for you on this machine:
      </p>
      <WhatIsRecorded folder={folder} />
      <div class="actions">
        <vscode-button
          onClick={() => {
            post({ type: 'start' });
          }}
        >
          Start
        </vscode-button>
      </div>
    </div>
  );
}
