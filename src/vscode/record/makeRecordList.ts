import type * as vscode from 'vscode';
import { systemClock } from '../../base/clock.ts';
import type { DisposableStore } from '../../base/disposable.ts';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { FirstRows } from '../../core/messages/record.ts';
import { namesOf, type StatsQueue } from '../../core/stats/queueItems.ts';
import { CorrectionKeeper } from '../../runtime/correctionKeeper.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import { firstRows } from '../../runtime/firstRows.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { RecordList } from '../../runtime/recordList.ts';
import { machineZone, yieldTurn } from '../machine.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import { rulesOf } from '../rules.ts';
import type { UserSettings } from '../settings.ts';
import { CorrectionDesk } from './correctionDesk.ts';

export interface RecordListParts {
  readonly keeper: RecordKeeper;
  readonly days: DayKeeper;
  readonly settings: UserSettings;
  readonly desk: QueueDesk;
  readonly queue: () => StatsQueue;
  readonly log: vscode.LogOutputChannel;
}

/** The list of the record with all that can be done in it. */
export function makeRecordList(parts: RecordListParts, disposables: DisposableStore) {
  const { keeper, days, settings, desk, queue, log } = parts;
  const ports = { clock: systemClock, zone: machineZone, yieldTurn };
  const keeperOfCorrections = disposables.add(new CorrectionKeeper(keeper, ports));
  const list = disposables.add(
    new RecordList(keeper, keeperOfCorrections, {
      ...ports,
      rules: () => ({ ...rulesOf(settings.current), items: namesOf(queue().items) }),
      today: () => days.today().local.date,
      onFailure: (what, error) => {
        log.error(what, error);
      },
    }),
  );
  return { list, corrections: new CorrectionDesk({ list, corrections: keeperOfCorrections, desk }) };
}

/** What is behind a number, as far as it is shown beside it. Rejects with a `StoreError`. */
export async function readFirstRows(
  { keeper, days, settings, queue }: Pick<RecordListParts, 'keeper' | 'days' | 'settings' | 'queue'>,
  filter: RecordFilter,
): Promise<FirstRows> {
  const zone = machineZone();
  const { readable } = keeper;
  if (!readable) return { filter, zone, days: [], count: 0 };
  const rules = { ...rulesOf(settings.current), items: namesOf(queue().items) };
  const today = days.today().local.date;
  return { filter, zone, ...(await firstRows(readable, filter, { rules, today, yieldTurn })) };
}
