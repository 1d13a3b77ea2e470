import type { WeekDayView } from '../../core/messages/week.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { weekDayName, usualText } from './weekDayText.ts';

/** All that the week's picture shows, in words. */
export function WeekTable({ days }: { days: readonly WeekDayView[] }) {
  const hasUsual = days.some(day => day.usual);
  return (
    <table class="table table-words">
      <caption>Days of the week</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Active</th>
          <th scope="col">Deep</th>
          {hasUsual && <th scope="col">Usual</th>}
        </tr>
      </thead>
      <tbody>
        {days.map(day => (
          <tr key={day.date}>
            <th scope="row">{weekDayName(day)}</th>
            <td>{day.isToCome ? '–' : formatDuration(day.activeMs)}</td>
            <td>{day.isToCome ? '–' : formatDuration(day.deepMs)}</td>
            {hasUsual && <td>{day.usual ? usualText(day.usual) : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
