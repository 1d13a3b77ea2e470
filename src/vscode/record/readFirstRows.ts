import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { FirstRows } from '../../core/messages/record.ts';
import { namesOf } from '../../core/stats/queueItems.ts';
import { firstRows } from '../../runtime/firstRows.ts';
import { machineZone, yieldTurn } from '../machine.ts';
import { rulesOf } from '../rules.ts';
import type { RecordListParts } from './makeRecordList.ts';

type Parts = Pick<RecordListParts, 'keeper' | 'days' | 'settings' | 'queue'>;

/** What is behind a number, as far as it is shown beside it. Rejects with a `StoreError`. */
export async function readFirstRows(
  { keeper, days, settings, queue }: Parts,
  filter: RecordFilter,
): Promise<FirstRows> {
  const zone = machineZone();
  const { readable } = keeper;
  if (!readable) return { filter, zone, days: [], count: 0 };
  const rules = { ...rulesOf(settings.current), items: namesOf(queue().items) };
  const today = days.today().local.date;
  return { filter, zone, ...(await firstRows(readable, filter, { rules, today, yieldTurn })) };
}
