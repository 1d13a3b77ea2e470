import { Fragment } from 'preact';
import { Disclosure } from '../parts/Disclosure.tsx';
import { usePanel } from '../panelContext.ts';

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

function WhatIsRecorded({ folder }: { folder: string }) {
  return (
    <>
      <dl class="recorded">
        <dt>Counts</dt>
        <dd>edits, characters added and removed</dd>
        <dt>Kinds</dt>
        <dd>coding, reading, testing and so on</dd>
        <dt>Places</dt>
        <dd>project, file, language, branch</dd>
        <dt>Times</dt>
        <dd>when each began and ended</dd>
      </dl>
      <p>Never text: not what you type, not what stands in a file, on the clipboard or in a terminal.</p>
      <p class="dim">
        It would lie in <FolderPath folder={folder} />. You can pause, exclude folders or erase all of it at
        any time.
      </p>
    </>
  );
}

/** Breaks behind its separators rather than in a name. */
function FolderPath({ folder }: { folder: string }) {
  return (
    <bdi>
      {folder.split(/(?<=[\\/])/).map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </bdi>
  );
}
