import { Disclosure } from '../parts/Disclosure.tsx';
import { usePanel } from '../panelContext.ts';
import { WhatIsRecorded } from './WhatIsRecorded.tsx';

/** Before anything is recorded: what would be, and where it would lie. After "Not now", only the offer. */
export function FirstRun({ folder, isDeferred }: { folder: string; isDeferred: boolean }) {
  const { post } = usePanel();
  return (
    <section class="notice" aria-label="Start recording">
      {isDeferred ? (
        <>
          <p>Nothing is recorded. You can start whenever you like.</p>
          <Disclosure id="whatIsRecorded" label="What would be recorded">
            <WhatIsRecorded folder={folder} />
          </Disclosure>
        </>
      ) : (
        <>
          <p>Nothing is recorded yet. If you start, Andon keeps a record for you, on this machine:</p>
          <WhatIsRecorded folder={folder} />
        </>
      )}
      <div class="actions">
        <vscode-button
          onClick={() => {
            post({ type: 'start' });
          }}
        >
          Start
        </vscode-button>
        {!isDeferred && (
          <vscode-button
            secondary
            onClick={() => {
              post({ type: 'notNow' });
            }}
          >
            Not now
          </vscode-button>
        )}
      </div>
    </section>
  );
}
