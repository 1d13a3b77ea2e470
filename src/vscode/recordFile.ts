import { statSync } from 'node:fs';
import type { LogOutputChannel } from 'vscode';
import { systemClock } from '../base/clock.ts';
import { RecordKeeper } from '../runtime/recordKeeper.ts';
import { eraseCopies } from '../store/copies.ts';
import { eraseFiles } from '../store/file.ts';
import { checkSqlite } from '../store/open.ts';
import { openRepaired } from '../store/openRepaired.ts';
import { machineZone, yieldTurn } from './machine.ts';
import { tellRepaired } from './show/repaired.ts';

/** Keeps the record that lies, or would lie, at a path. */
export function keeperOfFile(file: string, log: LogOutputChannel): RecordKeeper {
  const keeper: RecordKeeper = new RecordKeeper({
    clock: systemClock,
    zone: machineZone,
    fileId: () => fileId(file),
    checkSupport: checkSqlite,
    open: isDamaged =>
      openRepaired(file, {
        ...{ isDamaged, yieldTurn, now: () => systemClock.now() },
        onWarning: message => {
          log.warn(message);
        },
        onRepair: repair => {
          void tellRepaired(repair, log);
        },
        onDamage: error => {
          keeper.noticeDamage(error);
        },
      }),
    eraseFiles: () => {
      const left = eraseFiles(file);
      if (left.length > 0) log.warn('Emptied, but still held by another window:', ...left);
    },
    eraseCopies: () => {
      const left = eraseCopies(file);
      if (left.length > 0) log.warn('Still there, since another window holds them:', ...left);
    },
    onFailure: (what, error) => {
      log.error(what, error);
    },
  });
  return keeper;
}

/** A file made anew at the same path is another one. */
function fileId(file: string): string | null {
  try {
    const { dev, ino, birthtimeNs } = statSync(file, { bigint: true });
    return `${dev}:${ino}:${birthtimeNs}`;
  } catch {
    return null;
  }
}
