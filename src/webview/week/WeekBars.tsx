import { scaleBand, scaleLinear } from 'd3-scale';
import { useRef, useState } from 'preact/hooks';
import type { WeekDayView } from '../../core/messages/week.ts';
import { Hover } from '../parts/Hover.tsx';
import { moveAmong } from '../parts/moveByArrows.ts';
import { useWidth } from '../parts/useWidth.ts';
import { DayNames } from './DayNames.tsx';
import { HoursAxis } from './HoursAxis.tsx';
import { WeekDay } from './WeekDay.tsx';
import { weekDayName, weekDayText } from './weekDayText.ts';
import { HOUR_MS, longestHours, type WeekLayout } from './weekLayout.ts';

interface WeekBarsProps {
  readonly days: readonly WeekDayView[];
  readonly layout: WeekLayout;
  /** Shows a day, where one can be looked at from here. */
  readonly onOpen?: (date: string) => void;
}

const MOST_LINES = 4;
const moveDays = moveAmong('[tabindex]', 'row');

/** The days of a week as bars. One of those that were is in the tab order; arrow keys lead to the others. */
export function WeekBars({ days, layout, onOpen }: WeekBarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [pointed, setPointed] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const x = scaleBand(
    days.map(day => day.date),
    [layout.left, Math.max(layout.left, width)],
  );
  const hours = scaleLinear([0, longestHours(days)], [layout.base, layout.top]);
  const room = x.bandwidth();
  const from = (date: string) => x(date) ?? 0;
  const shown = days.find(day => day.date === pointed);
  const current = (days.find(day => day.date === chosen) ?? days.find(day => day.isToday) ?? days[0])?.date;
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
          width={width}
          height={layout.height}
          role={onOpen ? 'group' : 'list'}
          aria-label="Active and deep time by day"
          onKeyDown={moveDays}
          onPointerLeave={() => {
            setPointed(null);
          }}
        >
          <HoursAxis
            hours={layout.left > 0 ? hours.ticks(MOST_LINES) : [0]}
            y={hours}
            width={width}
            left={layout.left}
          />
          {days.map(day => (
            <WeekDay
              key={day.date}
              day={day}
              layout={layout}
              from={from(day.date)}
              room={room}
              y={ms => hours(ms / HOUR_MS)}
              isInTabOrder={day.date === current}
              onPoint={() => {
                setPointed(day.date);
              }}
              onFocus={() => {
                setChosen(day.date);
              }}
              {...(onOpen && { onOpen })}
            />
          ))}
          <DayNames days={days} from={from} room={room} y={layout.names} />
        </svg>
      )}
      {shown && (
        <Hover from={from(shown.date)} to={from(shown.date) + room} width={width} top={layout.height - 2}>
          <span>{weekDayName(shown)}</span> <span class="dim">{weekDayText(shown)}</span>
        </Hover>
      )}
    </div>
  );
}
