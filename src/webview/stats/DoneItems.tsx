import type { DoneItemView } from '../../core/messages/week.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { StatSection } from './StatSection.tsx';

/** Seen at once; the others on request. */
const SHOWN = 10;

/** What was finished, and the time that it took beside the time that it was given. */
export function DoneItems({ done }: { done: readonly DoneItemView[] }) {
  const more = done.slice(SHOWN);
  return (
    <StatSection title="Done">
      {done.length === 0 ? (
        <p class="dim">No item of the queue was done in this week.</p>
      ) : (
        <DoneTable caption="Items done, the last first" done={done.slice(0, SHOWN)} />
      )}
      {more.length > 0 && (
        <Disclosure id="moreDone" label={`And ${more.length} more`}>
          <DoneTable caption="Items done before" done={more} />
        </Disclosure>
      )}
    </StatSection>
  );
}

function DoneTable({ caption, done }: { caption: string; done: readonly DoneItemView[] }) {
  return (
    <table class="done">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Title</th>
          <th scope="col">Used</th>
        </tr>
      </thead>
      <tbody>
        {done.map(item => (
          <tr key={`${item.key} ${item.closedAt}`}>
            <td class="dim">
              <bdi>{item.key}</bdi>
            </td>
            <td title={item.title}>
              <bdi class="done-title">{item.title}</bdi>
            </td>
            <td>
              {formatDuration(item.usedMs)} <span class="dim">{budgetText(item)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function budgetText({ budgetMinutes }: DoneItemView): string {
  return budgetMinutes === null ? 'no budget' : `of ${formatDuration(budgetMinutes * 60_000)}`;
}
