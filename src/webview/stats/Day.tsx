import type { TodayView } from '../../core/messages/today.ts';
import { Facts } from '../numbers/Facts.tsx';
import { Legend } from '../timeline/Legend.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { TimelineTable } from '../timeline/TimelineTable.tsx';
import { StatSection } from './StatSection.tsx';
import { TimeWent } from './TimeWent.tsx';

interface DayProps {
  readonly day: TodayView;
  /** When the snapshot was made. */
  readonly at: number;
  readonly isToday: boolean;
}

export function Day({ day, at, isToday }: DayProps) {
  if (day.isEmpty) return <p class="empty">Nothing is recorded of this day{isToday && ' yet'}.</p>;
  return (
    <>
      <StatSection
        title="Timeline"
        behind={{ id: 'table', label: 'as a table', content: <TimelineTable today={day} /> }}
      >
        <Timeline today={day} at={at} />
        <Legend today={day} />
      </StatSection>
      <div class="columns">
        <StatSection title="Numbers">
          <Facts numbers={day.numbers} />
        </StatSection>
        <TimeWent shares={day} />
      </div>
    </>
  );
}
