import { useEffect, useRef } from 'preact/hooks';
import type { StatsSnapshot } from '../../core/messages/stats.ts';
import { usePage } from '../pageContext.ts';
import { Record } from '../record/Record.tsx';
import { Day } from './Day.tsx';
import { Head } from './Head.tsx';
import { headOf } from './headOf.ts';
import { RANGE, rangeToKeep } from './keptRange.ts';
import { NotStarted } from './NotStarted.tsx';
import { RecordingNote } from './RecordingNote.tsx';
import { useFocusKept } from './useFocusKept.ts';
import { Week } from './Week.tsx';

/** The whole tab; without a snapshot yet, nothing that would be gone at once. */
export function Stats({ stats }: { stats: StatsSnapshot | null }) {
  const main = useRef<HTMLElement>(null);
  useFocusKept(main, stats?.range.kind);
  useRangeKept(stats);
  if (!stats) return <main class="stats" aria-busy="true" aria-label="Stats" />;
  return (
    <main class="stats" ref={main}>
      {stats.recording.kind === 'notStarted' ? (
        <NotStarted folder={stats.recording.folder} />
      ) : (
        <>
          <Head head={headOf(stats)} />
          <RecordingNote recording={stats.recording} />
          <Range stats={stats} />
        </>
      )}
    </main>
  );
}

function useRangeKept(stats: StatsSnapshot | null): void {
  const { choose } = usePage();
  const range = stats ? rangeToKeep(stats) : null;
  useEffect(() => {
    if (range !== null) choose(RANGE, range);
  }, [range]);
}

function Range({ stats: { range, at, today } }: { stats: StatsSnapshot }) {
  if (range.kind === 'day') return <Day range={range} at={at} today={today} />;
  if (range.kind === 'record') return <Record record={range.record} today={today} />;
  return <Week week={range.week} today={today} />;
}
