import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { StatsRequest, StatsSnapshot } from '../../core/messages/stats.ts';

/** The place under which the page keeps what it shows. */
export const RANGE = 'range';

const RECORD = 'record ';
const KEPT = /^(day|week) (\d{4}-\d{2}-\d{2})$/;

/** What is shown, to be kept for a reload. The current week is whichever is current by then. */
export function rangeToKeep({ range }: StatsSnapshot): string {
  if (range.kind === 'day') return `day ${range.day.date}`;
  if (range.kind === 'record') return `${RECORD}${JSON.stringify(range.record.filter)}`;
  return range.week.isCurrent ? '' : `week ${range.week.monday}`;
}

/** What to ask for after a reload: what was shown before it, or else whatever the host shows by itself. */
export function firstRequest(kept: string | undefined): StatsRequest {
  if (kept?.startsWith(RECORD)) return { type: 'showRecord', filter: parsed(kept.slice(RECORD.length)) };
  const [, kind, date] = KEPT.exec(kept ?? '') ?? [];
  if (date === undefined) return { type: 'ready' };
  return { type: kind === 'day' ? 'showDay' : 'showWeek', date };
}

/** The host checks what it is asked for. */
function parsed(filter: string): RecordFilter {
  return JSON.parse(filter) as RecordFilter;
}
