import type { RecordedRequest, RecordedView } from '../../core/messages/recorded.ts';
import { Link } from '../parts/Link.tsx';
import { usePost } from './recordedContext.ts';

/** Why nothing comes to be added just now, and the way out. */
export function RecordedState({ recorded: { recording, workspace, record } }: { recorded: RecordedView }) {
  return (
    <>
      {recording.kind === 'paused' && (
        <Note
          text={`${['Recording is paused', recording.untilText].filter(Boolean).join(' ')}.`}
          way="Resume"
          request={{ type: 'resume' }}
        />
      )}
      {recording.kind === 'unavailable' && (
        <Note text={`${recording.reason} ${recording.remedy}`} way="Show log" request={{ type: 'showLog' }} />
      )}
      {recording.kind !== 'unavailable' && !record && (
        <Note text="The record cannot be read now." way="Show log" request={{ type: 'showLog' }} />
      )}
      {workspace === 'leftOut' && (
        <Note
          text="This workspace is left out of the record."
          way="Record it again"
          request={{ type: 'recordWorkspace' }}
        />
      )}
    </>
  );
}

function Note({ text, way, request }: { text: string; way: string; request: RecordedRequest }) {
  const post = usePost();
  return (
    <p class="recorded-note">
      <bdi>{text}</bdi>{' '}
      <Link
        onClick={() => {
          post(request);
        }}
      >
        {way}
      </Link>
    </p>
  );
}
