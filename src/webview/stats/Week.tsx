import type { WeekView } from '../../core/messages/week.ts';
import { Facts } from '../numbers/Facts.tsx';
import { Days } from './Days.tsx';
import { DeepHours } from './DeepHours.tsx';
import { DoneItems } from './DoneItems.tsx';
import { EmptyWeek } from './EmptyWeek.tsx';
import { StatSection } from './StatSection.tsx';
import { TimeWent } from './TimeWent.tsx';
import { Words } from './Words.tsx';

interface WeekProps {
  readonly week: WeekView;
  /** ISO date. */
  readonly today: string;
}

export function Week({ week, today }: WeekProps) {
  if (week.isEmpty) return <EmptyWeek week={week} />;
  return (
    <>
      <Days days={week.days} />
      <div class="columns">
        <div>
          <StatSection title="Numbers">
            <Facts numbers={week.numbers} />
          </StatSection>
          <DeepHours deepHours={week.deepHours} how={week.deepHoursHow} />
        </div>
        <div>
          <TimeWent shares={week} />
          <DoneItems done={week.done} range="week" />
          <Words checkIns={week.checkIns} range="week" today={week.isCurrent ? today : null} />
        </div>
      </div>
    </>
  );
}
