import type { RecordingState } from '../../core/messages/panel.ts';

/** Why nothing comes to be added just now. */
export function RecordingNote({ recording }: { recording: RecordingState }) {
  if (recording.kind === 'paused') {
    return <p class="dim">{['Recording is paused', recording.untilText].filter(Boolean).join(' ')}.</p>;
  }
  if (recording.kind !== 'unavailable') return null;
  return (
    <div class="recording-note">
      <p>
        <bdi>{recording.reason}</bdi>
      </p>
      <p class="dim">
        <bdi>{recording.remedy}</bdi>
      </p>
    </div>
  );
}
