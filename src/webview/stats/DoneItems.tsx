import type { DoneItemView } from '../../core/messages/week.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { withoutControls } from '../../core/text/isolate.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { UserText } from '../parts/UserText.tsx';
import { StatSection } from './StatSection.tsx';

/** Seen at once; the others on request. */
const SHOWN = 10;

/** What was finished, and the time that it took beside the time that it was given. */
export function DoneItems({ done, range }: { done: readonly DoneItemView[]; range: 'day' | 'week' }) {
  const more = done.slice(SHOWN);
  return (
    <StatSection title="Done">
      {done.length === 0 ? (
        <p class="dim">No item of the queue was done {range === 'day' ? 'on this day' : 'in this week'}.</p>
      ) : (
        <DoneList label="Items done, the last first" done={done.slice(0, SHOWN)} />
      )}
      {more.length > 0 && (
        <Disclosure id="moreDone" label={`And ${more.length} more`}>
          <DoneList label="Items done before" done={more} />
        </Disclosure>
      )}
    </StatSection>
  );
}

function DoneList({ label, done }: { label: string; done: readonly DoneItemView[] }) {
  return (
    <ul class="done" aria-label={label}>
      {done.map(item => (
        <li key={`${item.key} ${item.closedAt}`}>
          <span class="dim done-key">
            <UserText>{item.key}</UserText>
          </span>
          <span class="done-title" title={withoutControls(item.title)}>
            <UserText>{item.title}</UserText>
          </span>
          <span class="done-used">
            {formatDuration(item.usedMs)} <span class="dim">{budgetText(item)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function budgetText({ budgetMinutes }: DoneItemView): string {
  return budgetMinutes === null ? 'no budget' : `of ${formatDuration(budgetMinutes * 60_000)}`;
}
