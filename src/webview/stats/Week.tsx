import type { WeekView } from '../../core/messages/week.ts';
import { Facts } from '../numbers/Facts.tsx';
import { WeekBars } from '../week/WeekBars.tsx';
import { WeekLegend } from '../week/WeekLegend.tsx';
import { WeekTable } from '../week/WeekTable.tsx';
import { WIDE } from '../week/weekLayout.ts';
import { DeepHours } from './DeepHours.tsx';
import { DoneItems } from './DoneItems.tsx';
import { StatSection } from './StatSection.tsx';
import { usePost } from './statsContext.ts';
import { TimeWent } from './TimeWent.tsx';
import { Words } from './Words.tsx';

interface WeekProps {
  readonly week: WeekView;
  /** ISO date. */
  readonly today: string;
}

export function Week({ week, today }: WeekProps) {
  const post = usePost();
  const { days } = week;
  if (week.isEmpty) return <p class="empty">Nothing is recorded of this week{week.isCurrent && ' yet'}.</p>;
  return (
    <>
      <StatSection
        title="Days"
        aside={<WeekLegend days={days} />}
        behind={{ id: 'daysTable', label: 'as a table', content: <WeekTable days={days} /> }}
      >
        <WeekBars
          days={days}
          layout={WIDE}
          onOpen={date => {
            post({ type: 'showDay', date });
          }}
        />
      </StatSection>
      <div class="columns">
        <div>
          <StatSection title="Numbers">
            <Facts numbers={week.numbers} />
          </StatSection>
          <DeepHours deepHours={week.deepHours} how={week.deepHoursHow} />
        </div>
        <div>
          <TimeWent shares={week} />
          <DoneItems done={week.done} />
          <Words checkIns={week.checkIns} today={week.isCurrent ? today : null} />
        </div>
      </div>
    </>
  );
}
