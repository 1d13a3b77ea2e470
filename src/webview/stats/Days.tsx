import type { WeekDayView } from '../../core/messages/week.ts';
import { WeekBars } from '../week/WeekBars.tsx';
import { WIDE } from '../week/weekLayout.ts';
import { WeekLegend } from '../week/WeekLegend.tsx';
import { WeekTable } from '../week/WeekTable.tsx';
import { StatSection } from './StatSection.tsx';
import { usePost } from './statsContext.ts';

/** The days of the week; each that was can be looked at. */
export function Days({ days }: { days: readonly WeekDayView[] }) {
  const post = usePost();
  return (
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
  );
}
