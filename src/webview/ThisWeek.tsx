import type { WeekGlance } from '../core/messages/week.ts';
import { formatDuration } from '../core/text/duration.ts';
import { usePanel } from './panelContext.ts';
import { Disclosure } from './parts/Disclosure.tsx';
import { Link } from './parts/Link.tsx';
import { Section } from './parts/Section.tsx';
import { usualText } from './week/weekDayText.ts';
import { WeekBars } from './week/WeekBars.tsx';
import { SMALL } from './week/weekLayout.ts';
import { WeekLegend } from './week/WeekLegend.tsx';
import { WeekTable } from './week/WeekTable.tsx';

/** This week at a glance, and the way to the whole of it. */
export function ThisWeek({ week }: { week: WeekGlance }) {
  const { post } = usePanel();
  return (
    <Section id="week" title="This week" aside={deepText(week)}>
      <div class="section-body">
        <WeekBars days={week.days} layout={SMALL} />
        <div class="week-line">
          <WeekLegend days={week.days} />
          <Link
            onClick={() => {
              post({ type: 'openStats' });
            }}
          >
            Open stats
          </Link>
        </div>
        <Disclosure id="weekTable" label="As a table">
          <WeekTable days={week.days} />
        </Disclosure>
      </div>
    </Section>
  );
}

/** "deep 6 h 40 of 12 h"; without a plan beside one's usual. */
function deepText({ deepMs, planMs, usual }: WeekGlance): string {
  const deep = `deep ${formatDuration(deepMs)}`;
  if (planMs !== null) return `${deep} of ${planText(planMs)}`;
  return usual ? `${deep}, usual ${usualText(usual)}` : deep;
}

/** "12 h": a plan is made in whole hours. */
function planText(ms: number): string {
  return formatDuration(ms).replace(' 00', '');
}
