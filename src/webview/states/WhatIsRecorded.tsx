import { Fragment } from 'preact';

/** The kinds of facts, what is never among them, and where they lie. */
export function WhatIsRecorded({ folder }: { folder: string }) {
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
      <p>
        Never text: not what you type, not what stands in a file, on the clipboard or in a terminal. Only what
        you give Andon itself, such as the title of an item, is kept as you wrote it.
      </p>
      <p class="dim">
        It would lie in <FolderPath folder={folder} />. You can pause, exclude folders or erase all of it at
        any time.
      </p>
    </>
  );
}

/** Breaks behind its separators rather than in a name. */
export function FolderPath({ folder }: { folder: string }) {
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
