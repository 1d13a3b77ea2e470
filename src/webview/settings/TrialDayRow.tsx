import type { TrialRow } from '../../core/messages/tuning.ts';
import { shortDayText } from '../parts/dateText.ts';
import { isMonday, MARK, TRIAL, type TrialDay } from './trialLayout.ts';
import { dayWords } from './trialWords.ts';

interface TrialDayRowProps {
  readonly day: TrialDay;
  readonly isNamed: boolean;
  /** Where a minute of the day stands. */
  readonly xOf: (minute: number) => number;
  readonly y: number;
  readonly width: number;
  readonly isInTabOrder: boolean;
  readonly onFocus: () => void;
  readonly onPoint: () => void;
}

/** A day of the calendar. */
export function TrialDayRow({
  day,
  isNamed,
  xOf,
  y,
  width,
  isInTabOrder,
  onFocus,
  onPoint,
}: TrialDayRowProps) {
  const { row, left } = TRIAL;
  const middle = y + row / 2;
  return (
    <g
      class="trial-day"
      role="listitem"
      tabindex={isInTabOrder ? 0 : -1}
      aria-label={dayWords(day.date, day.rows)}
      onFocus={onFocus}
      onPointerEnter={onPoint}
    >
      <rect class="trial-frame" x="0.5" y={y + 0.5} width={width - 1} height={row - 1} />
      {isNamed && (
        <text class="trial-name" x="0" y={middle + 4}>
          {nameOf(day.date)}
        </text>
      )}
      {isMonday(day) && <line class="trial-week" x1={left} x2={width} y1={y} y2={y} />}
      {day.rows.map((told, index) => (
        <Marks key={index} told={told} xOf={xOf} y={middle} date={day.date} />
      ))}
    </g>
  );
}

interface MarksProps {
  readonly told: TrialRow;
  readonly xOf: (minute: number) => number;
  readonly y: number;
  readonly date: string;
}

function Marks({ told: { before, after }, xOf, y, date }: MarksProps) {
  return (
    <>
      {before && <circle class="mark-before" cx={xOf(before.minute)} cy={y} r={MARK.before} />}
      {after && after.date === date && (
        <circle class="mark-after" cx={xOf(after.minute)} cy={y} r={MARK.after} />
      )}
    </>
  );
}

/** "16 Nov" */
function nameOf(date: string): string {
  return shortDayText(date).split(' ').slice(1).join(' ');
}
