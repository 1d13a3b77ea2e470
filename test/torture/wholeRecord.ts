import { DatabaseSync } from 'node:sqlite';
import { keyOfNumber } from '../../src/core/queue/item.ts';
import { orderBetween } from '../../src/core/queue/order.ts';
import { backUp } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { AUXILIARY, tablesToCopy } from '../../src/store/tableShape.ts';
import { DAY_MS, workday, workdays, YEAR_START } from '../../src/cli/bench/workday.ts';
import { MINUTE, session } from '../unit/core/focus/builders.ts';
import { item } from '../unit/core/queue/builders.ts';

/** Writes working days with something of everything that a record holds; it is backed up in the middle of them. */
export async function writeRecord(path: string, days: number): Promise<void> {
  const store = await openStore(path);
  for (const [i, day] of workdays().slice(0, days).entries()) {
    const nine = YEAR_START + day * DAY_MS + 9 * 60 * MINUTE;
    const date = new Date(nine).toISOString().slice(0, 10);
    store.write(workday(day));
    addItem(store, i + 1, nine);
    addSession(store, nine);
    store.checkIns.say(
      { date, energy: 'high', flow: null, satisfaction: 'fine', sentence: 'A day' },
      nine + 8 * 60 * MINUTE,
    );
    if (i === Math.floor(days / 2)) await backUp(path, date, () => true);
  }
  store.close();
}

/** The rows of a record's file that are no names and were not computed from others. */
export function countRows(path: string): number {
  const database = new DatabaseSync(path);
  const counts = tablesToCopy(database)
    .filter(({ name }) => !AUXILIARY.has(name))
    .map(({ name }) => Number(database.prepare(`SELECT count(*) AS n FROM ${name}`).get()?.['n']));
  database.close();
  return counts.reduce((sum, count) => sum + count, 0);
}

function addItem(store: Store, number: number, createdAt: number): void {
  const key = keyOfNumber(number);
  const order = orderBetween(null, null);
  store.tasks.change(() => ({ kind: 'add', item: item({ id: key, key, order, createdAt }) }));
}

/** Twenty-five minutes, which went well. */
function addSession(store: Store, startedAt: number): void {
  const endedAt = startedAt + 25 * MINUTE;
  store.sessions.change(() => session({ id: 0, startedAt, endedAt, outcome: 'done', word: 'mended' }), 60);
}
