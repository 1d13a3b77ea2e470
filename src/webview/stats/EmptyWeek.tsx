import type { WeekView } from '../../core/messages/week.ts';
import { Link } from '../parts/Link.tsx';
import { Days } from './Days.tsx';
import { DeepHours } from './DeepHours.tsx';
import { usePost } from './statsContext.ts';

/** Nothing is recorded of the week; what is usual for it can be known all the same, as on a Monday morning. */
export function EmptyWeek({ week }: { week: WeekView }) {
  const { isCurrent, earlier, days, deepHours, deepHoursHow } = week;
  return (
    <>
      <p class="empty">
        Nothing is recorded of this week{isCurrent && ' yet'}.{' '}
        {isCurrent && earlier !== null && <LookBefore monday={earlier} />}
      </p>
      {days.some(({ usual }) => usual) && <Days days={days} />}
      {deepHours.some(hours => hours.some(ms => ms > 0)) && (
        <DeepHours deepHours={deepHours} how={deepHoursHow} />
      )}
    </>
  );
}

function LookBefore({ monday }: { monday: string }) {
  const post = usePost();
  return (
    <Link
      onClick={() => {
        post({ type: 'showWeek', date: monday });
      }}
    >
      Look at the week before
    </Link>
  );
}
