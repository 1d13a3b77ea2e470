import type { RecordRow } from '../../core/audit/row.ts';
import { ACTIVITY_NAMES } from '../../core/text/activityName.ts';
import type { ClockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { withoutControls } from '../../core/text/isolate.ts';
import { Swatch } from '../parts/Swatch.tsx';
import { UserText } from '../parts/UserText.tsx';
import { lengthText, projectText } from './rowText.ts';

type CellRole = 'cell' | 'gridcell';

interface RowSummaryProps {
  readonly row: RecordRow;
  readonly clock: ClockText;
  readonly role: CellRole;
}

/** What a row of the record is, as its first cells: when, how long, what and where. */
export function RowSummary({ row, clock, role }: RowSummaryProps) {
  return (
    <>
      <div role={role} class="record-time">
        {clock.time(row.start)}
      </div>
      {row.kind === 'span' ? (
        <>
          <div role={role} class="record-length" title={lengthText(row)}>
            {formatDuration(row.countedMs)}
          </div>
          <div role={role} class="record-activity">
            <Swatch look={`colour-${row.activity}`} />
            <span>{ACTIVITY_NAMES[row.activity]}</span>
          </div>
        </>
      ) : (
        <>
          <div role={role} class="record-length">
            {row.end > row.start && row.kind !== 'edits' ? formatDuration(row.end - row.start) : ''}
          </div>
          <div role={role} class="record-text">
            {row.text}
          </div>
        </>
      )}
      <NameCell role={role} name="project" text={projectCell(row)} isDim={row.project === null} />
      <NameCell role={role} name="path" text={row.path ?? ''} />
    </>
  );
}

function projectCell(row: RecordRow): string {
  // What is no span has a project only where it was in one.
  return row.kind === 'span' ? projectText(row.project) : (row.project ?? '');
}

interface NameCellProps {
  readonly role: CellRole;
  readonly name: string;
  readonly text: string;
  readonly isDim?: boolean;
}

export function NameCell({ role, name, text, isDim = false }: NameCellProps) {
  return (
    <div role={role} class={`record-${name}`} title={withoutControls(text)}>
      {text !== '' && <UserText isDim={isDim}>{text}</UserText>}
    </div>
  );
}
