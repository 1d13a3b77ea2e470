import { systemClock } from '../base/clock.ts';
import type { RecordKeeper } from '../runtime/recordKeeper.ts';
import { Upkeep, type UpkeepPorts } from '../runtime/upkeep.ts';
import { backUp } from '../store/backup.ts';
import { backupNames } from '../store/copies.ts';

/** Keeps the record that lies at a path backed up and tidy. */
export function upkeepOfFile(
  file: string,
  keeper: RecordKeeper,
  ports: Pick<UpkeepPorts, 'isLeader' | 'keepMonths' | 'onFailure'>,
): Upkeep {
  return new Upkeep(keeper, {
    ...ports,
    clock: systemClock,
    backupNames: () => backupNames(file),
    backUp: (date, isWanted) => backUp(file, date, isWanted),
  });
}
