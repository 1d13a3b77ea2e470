import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { Signal } from '../../../src/core/activity/signal.ts';
import { Recorder } from '../../../src/runtime/recorder.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Editor } from '../../vscode/editor.ts';

export function databaseFile(editor: Editor): string {
  return path.join(editor.globalStorageFolder, 'andon.sqlite');
}

/** Asks the record of a running editor, as a user could with a tool of their own. */
export function query(editor: Editor, sql: string): Record<string, SQLOutputValue>[] {
  const database = new DatabaseSync(databaseFile(editor), { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** Changes the record of a running editor from outside; its windows see it as what another window did. */
export function change(editor: Editor, sql: string): void {
  const database = new DatabaseSync(databaseFile(editor), { timeout: 2_000 });
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

/** The one number that a query answers. */
export function count(editor: Editor, sql: string): number {
  return Number(Object.values(query(editor, sql)[0] ?? { none: 0 })[0]);
}

/** Puts a record of these signals where the extension will find its own. */
export async function seed(editor: Editor, signals: readonly Signal[]): Promise<void> {
  fs.mkdirSync(editor.globalStorageFolder, { recursive: true });
  const store = await openStore(databaseFile(editor));
  const calendar = zoneCalendar(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const recorder = new Recorder({
    write: batch => store.write(batch),
    offsetAt: time => calendar.offsetAt(time),
  });
  for (const signal of signals) recorder.record(signal);
  recorder.flush();
  store.close();
}
