import { assertNever } from '../core/assertNever.ts';
import type { RecordingState, Snapshot } from '../core/messages/panel.ts';
import type { QueueView } from '../core/messages/queue.ts';
import { Away } from './away/Away.tsx';
import { CheckIn } from './checkIn/CheckIn.tsx';
import { Focus } from './focus/Focus.tsx';
import { FirstRun } from './states/FirstRun.tsx';
import { Footer } from './Footer.tsx';
import { Nudges } from './nudges/Nudges.tsx';
import { Queue } from './queue/Queue.tsx';
import { LeftOut } from './states/LeftOut.tsx';
import { Paused } from './states/Paused.tsx';
import { Skeleton } from './states/Skeleton.tsx';
import { Today } from './Today.tsx';
import { ThisWeek } from './ThisWeek.tsx';
import { Unavailable } from './states/Unavailable.tsx';

interface PanelProps {
  /** null: it has not come yet. */
  readonly snapshot: Snapshot | null;
  readonly queue: QueueView | null;
}

/** The whole panel; without a snapshot yet, its outline. */
export function Panel({ snapshot, queue }: PanelProps) {
  if (!snapshot) return <Skeleton />;
  return (
    <main>
      <h1 class="visually-hidden">Andon</h1>
      <State recording={snapshot.recording} />
      {isKept(snapshot.recording) && snapshot.workspace === 'leftOut' && <LeftOut />}
      <Focus focus={snapshot.focus} week={snapshot.deepWeek} at={snapshot.at} />
      {snapshot.away && <Away key={snapshot.away.start} view={snapshot.away} />}
      {snapshot.checkIn && <CheckIn view={snapshot.checkIn} at={snapshot.at} />}
      {snapshot.nudges && <Nudges view={snapshot.nudges} />}
      {queue && isKept(snapshot.recording) && <Queue queue={queue} />}
      {showsToday(snapshot) && (
        <Today today={snapshot.today} at={snapshot.at} recording={snapshot.recording} />
      )}
      {snapshot.week && <ThisWeek week={snapshot.week} />}
      <Footer recording={snapshot.recording} workspace={snapshot.workspace} />
    </main>
  );
}

function State({ recording }: { recording: RecordingState }) {
  switch (recording.kind) {
    case 'notStarted':
      return <FirstRun folder={recording.folder} isDeferred={recording.isDeferred} />;
    case 'paused':
      return <Paused until={recording.untilText} />;
    case 'unavailable':
      return <Unavailable reason={recording.reason} remedy={recording.remedy} />;
    case 'recording':
      return null;
    default:
      return assertNever(recording);
  }
}

/** Where nothing can come, an empty day says nothing. */
function showsToday({ recording, today }: Snapshot): boolean {
  return isKept(recording) || !today.isEmpty;
}

/** Whether there is a record to write to, be it paused. */
function isKept({ kind }: RecordingState): boolean {
  return kind === 'recording' || kind === 'paused';
}
