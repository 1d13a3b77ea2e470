import type { RecordingState } from '../core/messages/panel.ts';
import type { TodayView } from '../core/messages/today.ts';
import { shortDayText } from './parts/dateText.ts';
import { Disclosure } from './parts/Disclosure.tsx';
import { Facts } from './numbers/Facts.tsx';
import { Legend } from './timeline/Legend.tsx';
import { Section } from './parts/Section.tsx';
import { ShareChoice } from './numbers/ShareChoice.tsx';
import { ShareList } from './numbers/ShareList.tsx';
import { useShares } from './numbers/useShares.ts';
import { Timeline } from './timeline/Timeline.tsx';
import { TimelineTable } from './timeline/TimelineTable.tsx';

interface TodayProps {
  readonly today: TodayView;
  /** When the snapshot was made. */
  readonly at: number;
  readonly recording: RecordingState;
}

export function Today({ today, at, recording }: TodayProps) {
  return (
    <Section id="today" title="Today" aside={shortDayText(today.date)}>
      <div class="section-body">
        <Timeline today={today} at={at} />
        {today.isEmpty ? (
          <p class="dim">{recording.kind === 'recording' ? COMING : PAUSED}</p>
        ) : (
          <>
            <Legend today={today} />
            <Disclosure id="table" label="As a table">
              <TimelineTable today={today} />
            </Disclosure>
          </>
        )}
      </div>
      {!today.isEmpty && (
        <div class="today-columns">
          <Facts numbers={today.numbers} />
          <TodayShares today={today} />
        </div>
      )}
    </Section>
  );
}

function TodayShares({ today }: { today: TodayView }) {
  const chosen = useShares(today);
  if (!chosen) return null;
  return (
    <div>
      <div class="section-body">
        <ShareChoice shares={chosen} />
      </div>
      <ShareList kind={chosen.kind} shares={chosen.list} />
    </div>
  );
}

const COMING = 'Your first minutes will appear here within seconds of typing or reading in a file.';
const PAUSED = 'Nothing is recorded of today.';
