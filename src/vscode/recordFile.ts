import { statSync } from 'node:fs';
import type { LogOutputChannel } from 'vscode';
import { systemClock } from '../base/clock.ts';
import { RecordKeeper } from '../runtime/recordKeeper.ts';
import { eraseFiles } from '../store/file.ts';
import { checkSqlite, openStore } from '../store/open.ts';
import { machineZone } from './machine.ts';

/** Keeps the record that lies, or would lie, at a path. */
export function keeperOfFile(file: string, log: LogOutputChannel): RecordKeeper {
  return new RecordKeeper({
    clock: systemClock,
    zone: machineZone,
    fileId: () => fileId(file),
    checkSupport: checkSqlite,
    open: () =>
      openStore(file, {
        onWarning: message => {
          log.warn(message);
        },
      }),
    eraseFiles: () => {
      const left = eraseFiles(file);
      if (left.length > 0) log.warn('Emptied, but still held by another window:', ...left);
    },
    onFailure: (what, error) => {
      log.error(what, error);
    },
  });
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
