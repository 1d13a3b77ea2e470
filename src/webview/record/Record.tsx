import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { RecordView } from '../../core/messages/record.ts';
import { usePost } from '../stats/statsContext.ts';
import { isEmpty, NOTHING, selectionOf, type Picked } from './picked.ts';
import { RecordBar } from './RecordBar.tsx';
import { RecordFilterBar } from './RecordFilterBar.tsx';
import { RecordList } from './RecordList.tsx';

interface RecordProps {
  readonly record: RecordView;
  /** ISO date. */
  readonly today: string;
}

/** The record itself: every span that numbers are computed from, to be looked at and corrected. */
export function Record({ record, today }: RecordProps) {
  const post = usePost();
  const [picked, setPicked] = useState<Picked>(NOTHING);
  const list = useRef<HTMLDivElement>(null);
  const filterText = JSON.stringify(record.filter);
  useEffect(() => {
    setPicked(NOTHING);
    if (list.current) list.current.scrollTop = 0;
  }, [filterText]);

  const pick = (next: Picked) => {
    setPicked(next);
    const selection = selectionOf(next);
    if (JSON.stringify(selection) !== JSON.stringify(selectionOf(picked)))
      post({ type: 'selectRows', selection });
  };
  const show = (filter: RecordFilter) => {
    post({ type: 'showRecord', filter });
  };
  return (
    <section class="record" aria-label="Record">
      <RecordFilterBar
        filter={record.filter}
        projects={record.projects}
        today={today}
        zone={record.zone}
        onFilter={show}
      />
      <RecordBar record={record} today={today} isAnySelected={!isEmpty(picked)} />
      {record.days.length === 0 && record.lookedTo === null ? (
        <p class="empty">{emptyText(record.filter)}</p>
      ) : (
        <RecordList record={record} today={today} list={list} picked={picked} onPick={pick} />
      )}
    </section>
  );
}

function emptyText(filter: RecordFilter): string {
  if (filter.isCorrected)
    return 'Nothing is corrected here. What you delete or give away comes to stand here.';
  const isHeld = Object.entries(filter).some(([, value]) => value !== undefined && value !== '');
  return isHeld
    ? 'Nothing in the record matches this.'
    : 'Every span of activity comes to stand here, once something is recorded.';
}
