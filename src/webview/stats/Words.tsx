import { CHECK_IN_ASPECTS } from '../../core/checkIn.ts';
import type { CheckIn } from '../../core/messages/checkIn.ts';
import { withoutControls } from '../../core/text/isolate.ts';
import { shortWeekdayText, weekdayText } from '../parts/dateText.ts';
import { Link } from '../parts/Link.tsx';
import { UserText } from '../parts/UserText.tsx';
import { StatSection } from './StatSection.tsx';
import { usePost } from './statsContext.ts';

interface WordsProps {
  readonly checkIns: readonly CheckIn[];
  readonly range: 'day' | 'week';
  /** An ISO date, where words can still be added to the range; else null. */
  readonly today: string | null;
}

/** What was said of the days, beside what was counted. */
export function Words({ checkIns, range, today }: WordsProps) {
  const hasToday = checkIns.some(({ date, sentence }) => date === today && sentence !== '');
  return (
    <StatSection title="Words">
      {checkIns.length > 0 && (
        <ul class="words">
          {checkIns.map(checkIn => (
            <li key={checkIn.date}>
              <p class="dim">{levelsText(checkIn)}</p>
              {checkIn.sentence !== '' && (
                <p class="said" title={withoutControls(checkIn.sentence)}>
                  “<UserText>{checkIn.sentence}</UserText>”
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {checkIns.length === 0 && today === null && <p class="dim">Nothing was said of this {range}.</p>}
      {today !== null && !hasToday && <NoWordsYet today={today} />}
    </StatSection>
  );
}

function NoWordsYet({ today }: { today: string }) {
  const post = usePost();
  return (
    <p class="dim">
      {weekdayText(today)} has no words yet.{' '}
      <Link
        onClick={() => {
          post({ type: 'openCheckIn' });
        }}
      >
        Add a line
      </Link>
    </p>
  );
}

// Not from the messages, which would bring their validation with them.

/** "Tue · energy low, flow high" */
function levelsText(checkIn: CheckIn): string {
  const levels = CHECK_IN_ASPECTS.flatMap(aspect => {
    const level = checkIn[aspect];
    return level === null ? [] : [`${aspect} ${level}`];
  });
  return [shortWeekdayText(checkIn.date), levels.join(', ')].filter(Boolean).join(' · ');
}
