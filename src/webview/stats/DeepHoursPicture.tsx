import { scaleBand } from 'd3-scale';
import { useRef, useState } from 'preact/hooks';
import { formatDuration } from '../../core/text/duration.ts';
import { Hover } from '../parts/Hover.tsx';
import { moveAmong } from '../parts/moveByArrows.ts';
import { useWidth } from '../parts/useWidth.ts';
import { deepDayText, hourText, type DeepDay, type DeepHour } from './deepDays.ts';
import { DEEP_HOURS } from './deepHoursLayout.ts';
import { DeepHoursRow } from './DeepHoursRow.tsx';
import { HourNames } from './HourNames.tsx';

const moveDays = moveAmong('.deep-day', 'list');

/** A row for each weekday, a field for each hour, the more filled the deeper. Arrow keys lead from day to day. */
export function DeepHoursPicture({ days }: { days: readonly DeepDay[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [chosen, setChosen] = useState(0);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const hours = days[0]?.hours.map(({ hour }) => hour) ?? [];
  const { left, row, top, widestField } = DEEP_HOURS;
  const right = Math.min(width, left + hours.length * widestField);
  const x = scaleBand(hours, [left, Math.max(left, right)]);
  const most = Math.max(...days.map(({ deepest }) => deepest?.ms ?? 0));
  const height = top + days.length * row + DEEP_HOURS.axis;
  const place = pointed?.hour ? (x(pointed.hour.hour) ?? 0) : left;
  return (
    <div
      ref={frame}
      class="picture"
      onKeyDown={event => {
        if (event.key === 'Escape') setPointed(null);
      }}
      onFocusOut={() => {
        setPointed(null);
      }}
    >
      {width > 0 && (
        <svg
          class="deep-hours"
          width={width}
          height={height}
          role="list"
          aria-label="Deep time by weekday and hour"
          onKeyDown={moveDays}
          onPointerLeave={() => {
            setPointed(null);
          }}
        >
          {days.map((day, index) => (
            <DeepHoursRow
              key={day.name}
              day={day}
              x={x}
              y={top + index * row}
              most={most}
              isInTabOrder={index === chosen}
              onFocus={() => {
                setChosen(index);
                setPointed({ index, day, hour: null });
              }}
              onPoint={hour => {
                setPointed({ index, day, hour });
              }}
            />
          ))}
          <HourNames hours={hours} x={x} y={height - 3} />
        </svg>
      )}
      {pointed && (
        <Hover from={place} to={place + x.bandwidth()} width={width} top={top + (pointed.index + 1) * row}>
          {pointedText(pointed)}
        </Hover>
      )}
    </div>
  );
}

interface Pointed {
  readonly index: number;
  readonly day: DeepDay;
  /** null: the whole day. */
  readonly hour: DeepHour | null;
}

function pointedText({ day, hour }: Pointed): string {
  return hour ? `${day.name}, ${hourText(hour)}: ${formatDuration(hour.ms)} deep` : deepDayText(day);
}
