import type { ComponentChildren } from 'preact';
import type { QueueRequest } from '../../core/messages/queue.ts';
import { Link } from '../parts/Link.tsx';
import type { Note } from './useNote.ts';

interface QueueNoteProps {
  readonly note: Note | null;
  readonly send: (request: QueueRequest) => void;
}

/** Below the list, so that nothing in it moves. */
export function QueueNote({ note, send }: QueueNoteProps) {
  return <div role="status">{note && <NoteText note={note} send={send} />}</div>;
}

function NoteText({ note, send }: { note: Note; send: (request: QueueRequest) => void }) {
  if (note.kind === 'sorted') {
    return (
      <Line request={{ type: 'sortQueue', by: 'own' }} offer="Use your own order" send={send}>
        The list is in order of score.
      </Line>
    );
  }
  return (
    <Line request={{ type: 'undoQueue' }} offer="Undo" send={send}>
      {note.state === 'done' ? 'Done' : 'Dropped'}: <bdi>{note.title}</bdi>
      {note.time !== '' && `, ${note.time}`}
    </Line>
  );
}

interface LineProps {
  readonly request: QueueRequest;
  readonly offer: string;
  readonly send: (request: QueueRequest) => void;
  readonly children: ComponentChildren;
}

/** A sentence and what one can do about it. */
export function Line({ request, offer, send, children }: LineProps) {
  return (
    <p class="queue-note">
      <span class="note-text">{children}</span>{' '}
      <Link
        onClick={() => {
          send(request);
        }}
      >
        {offer}
      </Link>
    </p>
  );
}
