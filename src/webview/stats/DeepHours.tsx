import type { Explanation } from '../../core/messages/numbers.ts';
import { ExplanationView } from '../numbers/ExplanationView.tsx';
import { deepDays } from './deepDays.ts';
import { DeepHoursPicture } from './DeepHoursPicture.tsx';
import { DeepHoursTable } from './DeepHoursTable.tsx';
import { StatSection } from './StatSection.tsx';

interface DeepHoursProps {
  /** Milliseconds by weekday (0: Monday) and hour of the day. */
  readonly deepHours: readonly (readonly number[])[];
  readonly how: Explanation;
}

/** When deep work comes about, over the last weeks together. */
export function DeepHours({ deepHours, how }: DeepHoursProps) {
  const days = deepDays(deepHours);
  const isEmpty = days.every(day => day.totalMs === 0);
  return (
    <StatSection
      title="Your deep hours"
      aside="last eight weeks"
      {...(!isEmpty && {
        behind: {
          id: 'deepHours',
          label: 'as a table',
          content: (
            <>
              <DeepHoursTable days={days} />
              <div class="explanation">
                <ExplanationView explanation={how} />
              </div>
            </>
          ),
        },
      })}
    >
      {isEmpty ? (
        <p class="dim">The hours in which you work deeply will stand out here.</p>
      ) : (
        <DeepHoursPicture days={days} />
      )}
    </StatSection>
  );
}
