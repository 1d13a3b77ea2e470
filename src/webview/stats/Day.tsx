import type { DayRange } from '../../core/messages/stats.ts';
import { Facts } from '../numbers/Facts.tsx';
import { Legend } from '../timeline/Legend.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { TimelineTable } from '../timeline/TimelineTable.tsx';
import { DoneItems } from './DoneItems.tsx';
import { StatSection } from './StatSection.tsx';
import { TimeWent } from './TimeWent.tsx';
import { Words } from './Words.tsx';

interface DayProps {
  readonly range: DayRange;
  /** When the snapshot was made. */
  readonly at: number;
  /** ISO date. */
  readonly today: string;
}

export function Day({ range: { day, done, checkIns }, at, today }: DayProps) {
  const isToday = day.date === today;
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
        <div>
          <TimeWent shares={day} />
          <DoneItems done={done} range="day" />
          <Words checkIns={checkIns} range="day" today={isToday ? today : null} />
        </div>
      </div>
    </>
  );
}
