import type { WeekDayView } from '../../core/messages/week.ts';
import { Swatch } from '../parts/Swatch.tsx';

/** What the looks of the week's picture mean. */
export function WeekLegend({ days }: { days: readonly WeekDayView[] }) {
  return (
    <ul class="legend">
      <li>
        <Swatch look="look-deep" />
        deep
      </li>
      <li>
        <Swatch look="look-other" />
        other active
      </li>
      {days.some(day => day.usual) && (
        <li>
          <Swatch look="look-usual" />
          your usual
        </li>
      )}
    </ul>
  );
}
