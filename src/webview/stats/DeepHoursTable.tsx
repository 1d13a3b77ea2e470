import { formatDuration } from '../../core/text/duration.ts';
import { hourText, type DeepDay } from './deepDays.ts';

/** All that the picture of deep hours shows, in words. */
export function DeepHoursTable({ days }: { days: readonly DeepDay[] }) {
  return (
    <table class="table table-words">
      <caption>Deep time by weekday and hour</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Deep</th>
          <th scope="col">Hours</th>
        </tr>
      </thead>
      <tbody>
        {days.map(day => (
          <tr key={day.name}>
            <th scope="row">{day.name}</th>
            <td>{formatDuration(day.totalMs)}</td>
            <td>{hoursText(day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "9 to 10: 3 h 20, 10 to 11: 45 min" */
function hoursText({ hours }: DeepDay): string {
  const used = hours.filter(({ ms }) => ms > 0);
  return used.map(hour => `${hourText(hour)}: ${formatDuration(hour.ms)}`).join(', ') || '–';
}
