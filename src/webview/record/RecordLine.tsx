import type { RecordRow } from '../../core/audit/row.ts';
import type { SpanKey } from '../../core/activity/correction.ts';
import type { ClockText } from '../../core/text/clock.ts';
import { countOf } from '../../core/text/count.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { Chevron } from '../parts/Chevron.tsx';
import { dayText } from '../parts/dateText.ts';
import type { Spot } from './listLayout.ts';
import { NameCell, RowSummary } from './RowSummary.tsx';
import { correctionText, editsHover, editsText } from './rowText.ts';

interface RecordLineProps {
  readonly domId: string;
  readonly spot: Spot;
  /** undefined: it is not there yet. */
  readonly row: RecordRow | undefined;
  /** Its place among all lines. */
  readonly line: number;
  readonly top: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly today: string;
  readonly clock: ClockText;
  readonly onTakeBack: (key: SpanKey) => void;
}

/** One line of the list at its place: the heading of a day, a span, or what else happened. */
export function RecordLine(props: RecordLineProps) {
  const { domId, spot, row, line, top, isCurrent, isSelected } = props;
  const isHead = spot.index < 0;
  const isDeleted = row?.kind === 'span' && row.correction?.isDeleted;
  const classes = [
    'record-line',
    isHead ? 'is-day' : `is-${row?.kind === 'span' ? 'span' : 'fact'}`,
    isCurrent && 'is-current',
    isSelected && 'is-selected',
    isDeleted && 'is-deleted',
  ];
  return (
    <div
      role="row"
      id={domId}
      class={classes.filter(Boolean).join(' ')}
      style={{ top: `${top}px` }}
      aria-rowindex={line + 1}
      aria-level={isHead ? 1 : 2}
      aria-expanded={isHead ? spot.isOpen : undefined}
      aria-selected={isHead ? undefined : isSelected}
    >
      {isHead ? <DayCells {...props} /> : <RowCells {...props} />}
    </div>
  );
}

function DayCells({ spot, today }: RecordLineProps) {
  const { date, rows, ms, isOpen } = spot;
  return (
    <div role="gridcell" class="record-day" data-flips="">
      <Chevron isOpen={isOpen} />
      <span class="record-date">{dayText(date, today)}</span>
      <span class="dim">
        {countOf(rows, 'row')}
        {ms !== null && ms > 0 && `, ${formatDuration(ms)}`}
      </span>
    </div>
  );
}

function RowCells({ row, clock, onTakeBack }: RecordLineProps) {
  if (!row) return <div role="gridcell" class="record-blank" aria-label="Not read yet" />;
  const said = row.kind === 'span' ? correctionText(row) : '';
  return (
    <>
      <RowSummary row={row} clock={clock} role="gridcell" />
      <NameCell role="gridcell" name="branch" text={row.branch ?? ''} isDim />
      {row.kind === 'span' && (
        <>
          <NameCell role="gridcell" name="language" text={row.language ?? ''} isDim />
          <div role="gridcell" class="record-edits" title={editsHover(row)}>
            {editsText(row)}
          </div>
          <NameCell role="gridcell" name="items" text={row.items} />
          <div role="gridcell" class="record-window dim">
            {row.window > 0 ? `window ${row.window}` : ''}
          </div>
          <div role="gridcell" class="record-said">
            {said !== '' && (
              <>
                <span title={said}>{said}</span>{' '}
                <button
                  type="button"
                  class="link"
                  // By keyboard: the list's own button, for what is selected.
                  tabindex={-1}
                  onClick={() => {
                    onTakeBack(row.key);
                  }}
                >
                  Take back
                </button>
              </>
            )}
          </div>
        </>
      )}
    </>
  );
}
