import { zoneCalendar } from '../../core/activity/calendar.ts';
import { computeDays } from '../../core/stats/computeDays.ts';
import { openStore } from '../../store/open.ts';
import type { ColdStart } from './cold.ts';
import { BENCH_ZONE, DAY_MS, YEAR_DAYS, YEAR_START } from './workday.ts';

/** Measures one cold start for `cold.ts`. */
const [, , path = ''] = process.argv;
const calendar = zoneCalendar(BENCH_ZONE);
const today = calendar.dayAt(YEAR_START + (YEAR_DAYS - 3) * DAY_MS);
const rules = { idleAfterMs: 300_000 };
// What the language's own machinery and the zone need is there before the record is opened.
computeDays({ spans: [], facts: [], tallies: [] }, calendar, rules);

const rssBefore = process.memoryUsage.rss();
const began = performance.now();
const store = await openStore(path);
computeDays(store.slice(today.start, today.end, rules.idleAfterMs).slice, calendar, rules);
const start: ColdStart = { ms: performance.now() - began, rssBytes: process.memoryUsage.rss() - rssBefore };
process.send?.(start, () => {
  store.close();
  process.disconnect();
});
