import { useRef, useState } from 'preact/hooks';
import type { TrialResult } from '../../core/messages/tuning.ts';
import { Hover } from '../parts/Hover.tsx';
import { moveAmong } from '../parts/moveByArrows.ts';
import { useWidth } from '../parts/useWidth.ts';
import { TrialDayRow } from './TrialDayRow.tsx';
import { daysOf, hoursOf, isMonday, namedHours, TRIAL } from './trialLayout.ts';
import { dayWords } from './trialWords.ts';

const moveDays = moveAmong('.trial-day', 'list');

/** A small calendar: a line for each day, and on it when nudges would have come. Arrow keys lead from day to day. */
export function TrialPicture({ result }: { result: TrialResult }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.min(useWidth(frame), TRIAL.widest);
  const [chosen, setChosen] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  const days = daysOf(result);
  const hours = hoursOf(result);
  const { left, top, row, axis } = TRIAL;
  const room = Math.max(0, width - left - 8);
  const xOf = (minute: number) => left + ((minute / 60 - hours.from) / (hours.to - hours.from)) * room;
  const bottom = top + days.length * row;
  const shown = pointed === null ? undefined : days[pointed];
  return (
    <div
      ref={frame}
      class="picture trial-picture"
      onKeyDown={event => {
        if (event.key === 'Escape' && pointed !== null) {
          event.stopPropagation();
          setPointed(null);
        }
      }}
      onFocusOut={() => {
        setPointed(null);
      }}
    >
      {width > 0 && (
        <svg
          width={width}
          height={bottom + axis}
          role="list"
          aria-label="Suggestions by day"
          onKeyDown={moveDays}
          onPointerLeave={() => {
            setPointed(null);
          }}
        >
          {namedHours(hours, room).map(hour => (
            <g key={hour} aria-hidden="true">
              <line class="trial-hour" x1={xOf(hour * 60)} x2={xOf(hour * 60)} y1={top} y2={bottom} />
              <text class="trial-name" x={xOf(hour * 60)} y={bottom + 13} text-anchor="middle">
                {hour}
              </text>
            </g>
          ))}
          {days.map((day, index) => (
            <TrialDayRow
              key={day.date}
              day={day}
              isNamed={isMonday(day) || (index === 0 && !isMonday(days[1]))}
              xOf={xOf}
              y={top + index * row}
              width={width}
              isInTabOrder={index === Math.min(chosen, days.length - 1)}
              onFocus={() => {
                setChosen(index);
                setPointed(index);
              }}
              onPoint={() => {
                setPointed(index);
              }}
            />
          ))}
        </svg>
      )}
      {shown && pointed !== null && shown.rows.length > 0 && (
        <Hover from={left} to={width} width={width * 2} top={top + (pointed + 1) * row + 2}>
          {dayWords(shown.date, shown.rows)}
        </Hover>
      )}
    </div>
  );
}
