import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../store/open.ts';
import { DAY_MS, workday, workdays, YEAR_DAYS } from './workday.ts';

/** Writes one generated year through the store. */
export async function makeYear(path: string): Promise<void> {
  const store = await openStore(path);
  for (const day of workdays()) store.write(workday(day));
  store.checkpoint();
  store.close();
}

/**
 * Makes a database of `years` years out of one of a single year: the years before it are copies, each with files, branches and
 * windows of its own. Rows come in the order of time, as they would have been written.
 */
export async function makeYears(path: string, yearPath: string, years: number): Promise<void> {
  (await openStore(path)).close();
  const database = new DatabaseSync(path);
  database.exec(
    `PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0; ATTACH '${yearPath}' AS year; BEGIN`,
  );
  for (const table of ['project', 'language', 'item']) {
    database.exec(`INSERT INTO main.${table} SELECT * FROM year.${table}`);
  }
  const sizes = new Map(
    ['span', 'file', 'branch', 'window', 'event', 'away', 'suspend'].map(table => [
      table,
      Number(database.prepare(`SELECT max(id) AS size FROM year.${table}`).get()?.['size']),
    ]),
  );
  const facts = Math.max(...['event', 'away', 'suspend'].map(table => sizes.get(table) ?? 0));
  for (let copy = 0; copy < years; copy++) {
    const shift = (years - 1 - copy) * YEAR_DAYS * DAY_MS;
    const next = (table: string, column = table) =>
      `iif(${column} = 0, 0, ${column} + ${copy * (sizes.get(table) ?? 0)})`;
    const place = `${next('window')}, project, ${next('branch')}, ${next('file')}`;
    const factId = `id + ${copy * facts}`;
    database.exec(`
      INSERT INTO main.file SELECT ${next('file', 'id')}, project, '${copy}/' || path FROM year.file;
      INSERT INTO main.branch SELECT ${next('branch', 'id')}, '${copy}/' || name FROM year.branch;
      INSERT INTO main.window SELECT ${next('window', 'id')}, '${copy}/' || name FROM year.window;
      INSERT INTO main.span
        SELECT start - ${shift}, id + ${copy * (sizes.get('span') ?? 0)}, ms, ${next('window')}, activity, project,
          ${next('file')}, language, ${next('branch')}, offset, edits, inserted, deleted, lulls FROM year.span;
      INSERT INTO main.tally
        SELECT slot - ${shift / 300_000}, ${next('window')}, ${next('file')}, language, ${next('branch')}, typed, bulk,
          program, undo, inserted, deleted FROM year.tally;
      INSERT INTO main.event (at, window, project, branch, file, id, kind, run, detail)
        SELECT at - ${shift}, ${place}, ${factId}, kind, run, detail FROM year.event;
      INSERT INTO main.away (at, window, project, branch, file, id, start, until, kind)
        SELECT at - ${shift}, ${place}, ${factId}, start - ${shift}, until - ${shift}, kind FROM year.away;
      INSERT INTO main.suspend (at, window, project, branch, file, id, since)
        SELECT at - ${shift}, ${place}, ${factId}, since - ${shift} FROM year.suspend;
    `);
  }
  database.exec(`
    UPDATE main.counter SET next_span = 1 + ${years * (sizes.get('span') ?? 0)}, next_fact = 1 + ${years * facts};
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);
  `);
  database.close();
}
