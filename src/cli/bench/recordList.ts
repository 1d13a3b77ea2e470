import { zoneCalendar } from '../../core/activity/calendar.ts';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import { NO_ITEMS } from '../../core/stats/itemNames.ts';
import { countDayRows, daysBack, readDayRows } from '../../runtime/recordDays.ts';
import { openStore } from '../../store/open.ts';
import { figure, medianOf, timed, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { BENCH_ZONE, DAY_MS, YEAR_DAYS, YEAR_START } from './workday.ts';

const RULES = { idleAfterMs: 300_000, deepBlockMs: 25 * 60_000, items: NO_ITEMS };
/** As the list counts them in one turn. */
const DAYS_A_TURN = 20;

/** What the list of the record asks for: the first page, and all days, counted in turns. */
export async function benchRecordList({ years, count }: Databases): Promise<Measured[]> {
  const store = await openStore(years);
  const calendar = zoneCalendar(BENCH_ZONE);
  const record = { store, calendar };
  // A Friday: on the last days of a year nothing is done.
  const today = calendar.dayAt(YEAR_START + (YEAR_DAYS - 3.5) * DAY_MS).date;
  const firstPage = (filter: RecordFilter) =>
    medianOf(20, () => {
      const [day] = daysBack(record, filter, today);
      if (!day) return;
      countDayRows(record, day, filter);
      readDayRows(record, day, filter, RULES);
    });
  const plain = firstPage({});
  const narrowed = firstPage({ words: 'src typescript', isCounted: true });
  const days = [...daysBack(record, {}, today)];
  const turns: number[] = [];
  for (let first = 0; first < days.length; first += DAYS_A_TURN) {
    const turn = days.slice(first, first + DAYS_A_TURN);
    turns.push(
      timed(() => {
        for (const day of turn) countDayRows(record, day, {});
      }),
    );
  }
  store.close();
  const all = turns.reduce((sum, ms) => sum + ms, 0);
  return [
    figure(`record, first page, ${count} years`, plain, 'ms', 16),
    figure(`record, first page by words, ${count} years`, narrowed, 'ms', 16),
    figure(`record, all days counted, ${count} years`, all, 'ms', null),
    figure(`record, longest turn of counting, ${count} years`, Math.max(...turns), 'ms', 16),
  ];
}
