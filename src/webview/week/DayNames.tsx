import type { WeekDayView } from '../../core/messages/week.ts';
import { shortWeekdayText } from '../parts/dateText.ts';
import { dayName } from './weekLayout.ts';

interface DayNamesProps {
  readonly days: readonly WeekDayView[];
  /** Where a day's column begins, and how wide it is. */
  readonly from: (date: string) => number;
  readonly room: number;
  /** Baseline. */
  readonly y: number;
}

/** The days' names below their bars, cut to their room; readers of the screen have the whole ones. */
export function DayNames({ days, from, room, y }: DayNamesProps) {
  return (
    <g class="day-names" aria-hidden="true">
      {days.map(({ date, isToday }) => (
        <text
          key={date}
          class={isToday ? 'day-name day-today' : 'day-name'}
          x={from(date) + room / 2}
          y={y}
          text-anchor="middle"
        >
          {dayName(shortWeekdayText(date), date, room)}
        </text>
      ))}
    </g>
  );
}
