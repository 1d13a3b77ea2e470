import { DatabaseSync } from 'node:sqlite';
import { zoneCalendar } from '../../core/activity/calendar.ts';
import { computeDays } from '../../core/stats/computeDays.ts';
import { longRollups } from '../../store/longRollups.ts';
import { openStore } from '../../store/open.ts';
import { figure, medianOf, ratio, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { BENCH_ZONE, DAY_MS, YEAR_DAYS, YEAR_START } from './workday.ts';

const IDLE_AFTER_MS = 300_000;
const DEEP_MS = 25 * 60_000;
const END = YEAR_START + YEAR_DAYS * DAY_MS;

/** Blocks as SQL alone would find them on each look: by window functions over the rows. */
const BLOCKS_BY_WINDOW = `
  WITH ordered AS (
    SELECT start, start + ms AS until, project,
      max(start + ms) OVER (ORDER BY start, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
      lag(project) OVER (ORDER BY start, id) AS last_project
    FROM span WHERE start >= ? AND start < ?),
  marked AS (
    SELECT start, until,
      sum(before IS NULL OR start - before > ${IDLE_AFTER_MS} OR project <> last_project) OVER (ORDER BY start) AS block
    FROM ordered)
  SELECT min(start), max(until) FROM marked GROUP BY block HAVING max(until) - min(start) >= ${DEEP_MS}`;

const FILES_BY_ROWS = `
  SELECT file, sum(ms) AS total FROM span WHERE start >= ? AND start < ? GROUP BY file ORDER BY total DESC LIMIT 20`;

/** What the views ask for, beside asking the rows each time. */
export async function benchViews({ years, count }: Databases): Promise<Measured[]> {
  const store = await openStore(years);
  const calendar = zoneCalendar(BENCH_ZONE);
  const day = calendar.dayAt(END - 3.5 * DAY_MS);
  const rules = { idleAfterMs: IDLE_AFTER_MS };
  const read = medianOf(40, () => store.slice(day.start, day.end, IDLE_AFTER_MS));
  const timeline = medianOf(40, () =>
    computeDays(store.slice(day.start, day.end, IDLE_AFTER_MS).slice, calendar, rules),
  );
  const dateAt = (days: number) => calendar.dayAt(END - days * DAY_MS).date;
  const heatmap = medianOf(20, () => store.part(longRollups).heatmap(dateAt(365), dateAt(0), DEEP_MS));
  const blocks = medianOf(20, () => store.rollups.blocks(dateAt(365), dateAt(0), DEEP_MS));
  const files = medianOf(20, () => store.part(longRollups).topFiles(dateAt(90), dateAt(0), 20));
  const languages = medianOf(20, () => store.part(longRollups).languagesByWeek(dateAt(365), dateAt(0)));
  store.close();

  const database = new DatabaseSync(years);
  const byWindow = database.prepare(BLOCKS_BY_WINDOW);
  const byRows = database.prepare(FILES_BY_ROWS);
  const naiveBlocks = medianOf(3, () => byWindow.all(END - 365 * DAY_MS, END));
  const naiveFiles = medianOf(5, () => byRows.all(END - 90 * DAY_MS, END));
  database.close();

  return [
    figure(`timeline of a day, read, ${count} years`, read, 'ms', 2),
    figure(`timeline of a day, read and computed, ${count} years`, timeline, 'ms', null),
    figure(`year heatmap, ${count} years`, heatmap, 'ms', 1),
    figure(`top 20 files of 90 days, ${count} years`, files, 'ms', 2),
    figure(`week × language of a year, ${count} years`, languages, 'ms', 3),
    figure(`deep blocks of a year, ${count} years`, blocks, 'ms', null),
    figure('naive: deep blocks of a year by SQL window functions', naiveBlocks, 'ms', null),
    figure('naive: top 20 files of 90 days from rows', naiveFiles, 'ms', null),
    ratio('deep blocks, rollup ÷ SQL window functions', blocks, naiveBlocks, 0.1),
    ratio('top files, rollup ÷ rows', files, naiveFiles, 0.5),
  ];
}
