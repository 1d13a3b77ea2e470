import type { ComponentChildren } from 'preact';
import type { RecordedView, RecordView } from '../../core/messages/recorded.ts';
import type { SettingKey } from '../../core/settings.ts';
import { formatBytes } from '../../core/text/bytes.ts';
import { countOf } from '../../core/text/count.ts';
import { dateText } from '../parts/dateText.ts';
import { Link } from '../parts/Link.tsx';
import { UserText } from '../parts/UserText.tsx';
import { FolderPath } from '../states/WhatIsRecorded.tsx';
import { usePage } from '../pageContext.ts';
import { StatSection } from '../stats/StatSection.tsx';
import { usePost } from './recordedContext.ts';

/** Where the record lies, how big it is, and what is kept of what. */
export function RecordFacts({ recorded }: { recorded: RecordedView }) {
  const { record, folder, keepMonths, folders, globs } = recorded;
  return (
    <StatSection title="The record">
      <dl class="recorded">
        <dt>Lies in</dt>
        <dd>
          <FolderLink folder={folder} />
        </dd>
        {record && <Sizes record={record} />}
        <dt>Kept</dt>
        <dd>
          <SettingLink name="record.keepMonths">
            {keepMonths === 0 ? 'all of it' : `for ${countOf(keepMonths, 'month')}`}
          </SettingLink>
        </dd>
        <dt>Left out</dt>
        <dd>
          <LeftOut name="record.excludeFolders" what="folders" entries={folders} />
          <LeftOut name="record.exclude" what="globs" entries={globs} />
        </dd>
      </dl>
    </StatSection>
  );
}

function FolderLink({ folder }: { folder: string }) {
  const post = usePost();
  return (
    <Link
      onClick={() => {
        post({ type: 'run', command: 'andon.openDataFolder' });
      }}
    >
      <FolderPath folder={folder} />
    </Link>
  );
}

function Sizes({ record: { since, bytes, backups, setAside } }: { record: RecordView }) {
  return (
    <>
      <dt>Since</dt>
      <dd>{since === null ? 'nothing yet' : dateText(since, '')}</dd>
      <dt>Size</dt>
      <dd>{formatBytes(bytes)}</dd>
      <dt>Backups</dt>
      <dd>{backups.count === 0 ? 'none yet' : `${backups.count}, ${formatBytes(backups.bytes)}`}</dd>
      {setAside.count > 0 && (
        <>
          <dt>Set aside</dt>
          <dd>
            {countOf(setAside.count, 'damaged file')}, {formatBytes(setAside.bytes)}
          </dd>
        </>
      )}
    </>
  );
}

interface LeftOutProps {
  readonly name: SettingKey;
  readonly what: string;
  readonly entries: readonly string[];
}

function LeftOut({ name, what, entries }: LeftOutProps) {
  return (
    <div>
      <SettingLink name={name}>{entries.length === 0 ? `no ${what}` : what}</SettingLink>
      {entries.length > 0 && (
        <ul class="left-out">
          {entries.map(entry => (
            <li key={entry}>
              <UserText>{entry}</UserText>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function SettingLink({ name, children }: { name: SettingKey; children: ComponentChildren }) {
  const { openSetting } = usePage();
  return (
    <Link
      onClick={() => {
        openSetting(name);
      }}
    >
      {children}
    </Link>
  );
}
