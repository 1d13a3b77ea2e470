import type { RecordView } from '../../core/messages/record.ts';
import type { StatsRequest } from '../../core/messages/stats.ts';
import { countOf, formatCount } from '../../core/text/count.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { dateText } from '../parts/dateText.ts';
import { usePost } from '../stats/statsContext.ts';

interface RecordBarProps {
  readonly record: RecordView;
  readonly today: string;
  readonly isAnySelected: boolean;
}

/** What is selected and what can be done with it, or else what there is. */
export function RecordBar({ record, today, isAnySelected }: RecordBarProps) {
  const { selected, undo, redo } = record;
  const canCorrect = isAnySelected && selected !== null && !selected.isTooMuch;
  return (
    <div class="record-bar">
      <p class="record-sum" role="status">
        {isAnySelected && selected ? selectedText(selected) : sumText(record, today)}
      </p>
      <div class="record-actions" role="toolbar" aria-label="What is selected">
        <Act label="Give to project…" request={{ type: 'giveToProject' }} isOn={canCorrect} />
        <Act label="Give to item…" request={{ type: 'giveToItem' }} isOn={canCorrect} />
        <Act label="Delete" request={{ type: 'deleteSpans' }} isOn={canCorrect} />
        <Act label="Take back" request={{ type: 'takeBackSpans' }} isOn={canCorrect} />
        <Act label="Undo" title={undo} request={{ type: 'undoCorrection' }} isOn={undo !== null} />
        <Act label="Redo" title={redo} request={{ type: 'redoCorrection' }} isOn={redo !== null} />
      </div>
    </div>
  );
}

interface ActProps {
  readonly label: string;
  /** What it would do, for its hover. */
  readonly title?: string | null;
  readonly request: StatsRequest;
  readonly isOn: boolean;
}

/** What cannot be done just now keeps the focus: it is told so, not taken away. */
function Act({ label, title = null, request, isOn }: ActProps) {
  const post = usePost();
  return (
    <button
      type="button"
      class="record-act"
      aria-disabled={!isOn}
      title={title === null ? undefined : `${label}: ${title}`}
      onClick={() => {
        if (isOn) post(request);
      }}
    >
      {label}
    </button>
  );
}

function selectedText({ spans, ms, isTooMuch }: NonNullable<RecordView['selected']>): string {
  if (isTooMuch) return 'More is selected than can be corrected at once. Choose a shorter time.';
  return `${countOf(spans, 'span')} selected, ${formatDuration(ms)}.`;
}

function sumText({ days, lookedTo }: RecordView, today: string): string {
  const rows = days.reduce((sum, [, count]) => sum + count, 0);
  const isKnown = days.every(([, , ms]) => ms !== null);
  const ms = days.reduce((sum, [, , of]) => sum + (of ?? 0), 0);
  const time = isKnown && ms > 0 ? `, ${formatDuration(ms)} of active time` : '';
  if (lookedTo !== null)
    return `${formatCount(rows)} rows down to ${dateText(lookedTo, today)}, looking on …`;
  return `${countOf(rows, 'row')}${time}.`;
}
