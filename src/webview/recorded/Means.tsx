import type { RecordedCommand, RecordedView } from '../../core/messages/recorded.ts';
import { StatSection } from '../stats/StatSection.tsx';
import { usePost } from './recordedContext.ts';

interface MeansEntry {
  readonly command: RecordedCommand;
  readonly label: string;
  readonly does: string;
}

const EXPORT: MeansEntry = {
  command: 'andon.export',
  label: 'Export…',
  does: 'all of it as JSON, or spans or days as CSV',
};
const PAUSE: MeansEntry = {
  command: 'andon.pauseFor',
  label: 'Pause…',
  does: 'for a time that ends by itself, or for this workspace',
};
const EXCLUDE: MeansEntry = {
  command: 'andon.excludeFolder',
  label: 'Exclude this folder',
  does: 'records nothing more in it; what is there stays',
};
const REMOVE: readonly MeansEntry[] = [
  { command: 'andon.forgetTime', label: 'Forget a time…', does: 'removes it from disk, backups included' },
  {
    command: 'andon.forgetProject',
    label: 'Forget a project…',
    does: 'removes it from disk, backups included',
  },
  { command: 'andon.erase', label: 'Erase everything…', does: 'removes the record, and stops recording' },
];

/** What one can do about the record. */
export function Means({ recorded: { recording, record, workspace } }: { recorded: RecordedView }) {
  const isKept = recording.kind === 'recording' || recording.kind === 'paused';
  const entries = [
    ...(record ? [EXPORT] : []),
    ...(isKept ? [PAUSE] : []),
    ...(workspace === 'recorded' ? [EXCLUDE] : []),
    ...(record ? REMOVE : []),
  ];
  if (entries.length === 0) return null;
  return (
    <StatSection title="What you can do">
      <ul class="means">
        {entries.map(entry => (
          <Entry key={entry.command} {...entry} />
        ))}
      </ul>
    </StatSection>
  );
}

function Entry({ command, label, does }: MeansEntry) {
  const post = usePost();
  return (
    <li>
      <vscode-button
        secondary
        onClick={() => {
          post({ type: 'run', command });
        }}
      >
        {label}
      </vscode-button>
      <span class="dim">{does}</span>
    </li>
  );
}
