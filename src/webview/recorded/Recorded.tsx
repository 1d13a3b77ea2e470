import type { RecordedView } from '../../core/messages/recorded.ts';
import { WhatIsRecorded } from '../states/WhatIsRecorded.tsx';
import { KindRows } from './KindRows.tsx';
import { Means } from './Means.tsx';
import { RecordFacts } from './RecordFacts.tsx';
import { RecordedState } from './RecordedState.tsx';
import { usePost } from './recordedContext.ts';

/** The whole page: the rows that the record holds, where it lies, and what one can do about it. */
export function Recorded({ recorded }: { recorded: RecordedView }) {
  const { recording, record, atText } = recorded;
  if (recording.kind === 'notStarted') return <NothingYet folder={recording.folder} />;
  return (
    <main class="stats">
      <header class="head">
        <h1>What is recorded</h1>
        {record && <p class="dim">as of {atText}</p>}
      </header>
      <RecordedState recorded={recorded} />
      <div class="columns">
        <RecordFacts recorded={recorded} />
        <Means recorded={recorded} />
      </div>
      {record?.kinds.map(rows => (
        <KindRows key={rows.kind} rows={rows} />
      ))}
    </main>
  );
}

/** Before anything is recorded: what would be. */
function NothingYet({ folder }: { folder: string }) {
  const post = usePost();
  return (
    <main class="stats">
      <div class="not-started">
        <h1>What is recorded</h1>
        <p>Nothing. If you start, Andon keeps a record for you, on this machine:</p>
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
    </main>
  );
}
