import type { Clock } from '../../base/clock.ts';
import { zoneCalendar } from '../../core/activity/calendar.ts';
import { computeDays } from '../../core/stats/computeDays.ts';
import { mondayOf } from '../../core/stats/week/weekDates.ts';
import { DayKeeper } from '../../runtime/dayKeeper.ts';
import { PastWeeksReader } from '../../runtime/pastWeeks.ts';
import { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { StatsKeeper } from '../../runtime/statsKeeper.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { figure, median, medianOf, ratio, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { BENCH_ZONE, DAY_MS, YEAR_DAYS, YEAR_START } from './workday.ts';

const RULES = { idleAfterMs: 300_000, deepBlockMs: 25 * 60_000, planMs: 12 * 3_600_000 };
const NOW = YEAR_START + (YEAR_DAYS - 3) * DAY_MS + 15 * 3_600_000;
/** Stands still: nothing is to happen by itself. */
const CLOCK: Clock = { now: () => NOW, every: () => ({ dispose: () => undefined }) };

/** What the week costs: read from rollups, shown, and another range asked for. */
export async function benchStats({ years, count }: Databases): Promise<Measured[]> {
  const store = await openStore(years);
  const calendar = zoneCalendar(BENCH_ZONE);
  const today = calendar.dayAt(NOW);
  const monday = mondayOf(today.date);
  const read = medianOf(40, () => {
    new PastWeeksReader({ store, calendar }, monday, today.date, RULES).finish();
  });
  const rows = medianOf(2, () => {
    const from = calendar.dayAt(NOW - 60 * DAY_MS).start;
    computeDays(store.slice(from, today.end, RULES.idleAfterMs).slice, calendar, RULES);
  });
  const { stats, close } = await keepStats(() => openStore(years));
  const known = medianOf(40, () => stats.now());
  const changes: number[] = [];
  for (let weeks = 1; weeks <= 20; weeks++) {
    const { date } = calendar.dayAt(NOW - weeks * 7 * DAY_MS);
    changes.push(await timedAsync(() => (weeks % 2 === 0 ? stats.day(date) : stats.week(date))));
  }
  close();
  store.close();
  return [
    figure(`week and eight before it, read, ${count} years`, read, 'ms', 3),
    figure(`this week at a glance, known, ${count} years`, known, 'ms', 3),
    figure(`stats, range change, ${count} years`, median(changes), 'ms', 100),
    figure(`stats, range change, longest, ${count} years`, Math.max(...changes), 'ms', 100),
    figure('naive: nine weeks computed from rows', rows, 'ms', null),
    ratio('nine weeks, rollups ÷ rows', read, rows, 0.1),
  ];
}

/** The keepers of one window, on a record that is there. */
async function keepStats(open: () => Promise<Store>) {
  const onFailure = (what: string, error: unknown) => {
    throw new Error(what, { cause: error });
  };
  const shared = { clock: CLOCK, zone: () => BENCH_ZONE, rules: () => RULES, onFailure };
  const keeper = new RecordKeeper({
    ...shared,
    open,
    fileId: () => 'bench',
    checkSupport: () => Promise.resolve(),
    eraseFiles: () => undefined,
    eraseCopies: () => undefined,
  });
  await keeper.begin();
  const days = new DayKeeper(keeper, shared);
  const stats = new StatsKeeper(keeper, days, {
    ...shared,
    queue: () => ({ items: new Map(), usedMs: new Map() }),
    sessionsIn: () => [],
    checkIns: () => [],
    yieldTurn: () => Promise.resolve(),
  });
  const close = () => {
    stats.dispose();
    days.dispose();
    keeper.dispose();
  };
  return { stats, close };
}

/** Milliseconds until what `work` promises is there. */
async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
