import { DatabaseSync } from 'node:sqlite';
import { zoneCalendar } from '../../core/activity/calendar.ts';
import { readRules } from '../../core/rules/readRules.ts';
import { readSettings } from '../../core/settings.ts';
import { backtest, type BacktestResult } from '../../runtime/backtest.ts';
import { WARM_UP_DAYS } from '../../runtime/ruleFeed.ts';
import { openStore } from '../../store/open.ts';
import { figure, ratio, timed, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { FRAME_MS } from './stalls.ts';
import { BENCH_ZONE, DAY_MS, YEAR_DAYS, YEAR_START } from './workday.ts';

const { settings } = readSettings(() => undefined);
const { rules } = readRules(settings);
const NOW = YEAR_START + YEAR_DAYS * DAY_MS;

/** All rules over the last year of the record, and the longest time in which nothing else has its turn. */
export async function benchBacktest({ years, count }: Databases): Promise<Measured[]> {
  const { ms, stallMs, result } = await timedBacktest(years);
  return [
    figure(`backtest of a year, ${count} years`, ms, 'ms', 1_000),
    figure('backtest, longest stall', stallMs, 'ms', FRAME_MS),
    figure('backtest: findings', result?.findings.length ?? 0, 'findings', null),
    ratio('backtest ÷ a query by rule and minute', ms, queriesMs(years), 0.1),
  ];
}

async function timedBacktest(path: string) {
  const store = await openStore(path);
  // An editor has a calendar long since when somebody asks for a backtest.
  const calendar = zoneCalendar(BENCH_ZONE);
  calendar.dayAt(NOW);
  let stallMs = 0;
  const began = performance.now();
  let sliceBegan = began;
  const result: BacktestResult | null = await backtest(
    { store, calendar },
    { rules, settings, from: NOW - (YEAR_DAYS - WARM_UP_DAYS) * DAY_MS, now: NOW },
    {
      yieldTurn: () => {
        stallMs = Math.max(stallMs, performance.now() - sliceBegan);
        return new Promise(resolve =>
          setImmediate(() => {
            sliceBegan = performance.now();
            resolve();
          }),
        );
      },
      onProgress: () => undefined,
      isAborted: () => false,
      onFailure: (rule, error) => {
        throw new Error(rule, { cause: error });
      },
    },
  );
  const ms = performance.now() - began;
  store.close();
  return { ms, stallMs, result };
}

/** Of so many minutes one is tried. */
const SAMPLED = 300;
const WINDOW_MS = 2 * 3_600_000;

/** What it takes to ask SQLite anew for each rule in each minute of work: what happened in the last two hours. */
function queriesMs(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const minutes = database
    .prepare('SELECT DISTINCT start / 60000 AS minute FROM span WHERE start >= ? ORDER BY minute')
    .all(NOW - YEAR_DAYS * DAY_MS)
    .map(({ minute }) => Number(minute) * 60_000);
  const query = database.prepare(
    'SELECT activity, sum(ms), count(DISTINCT file) FROM span WHERE start >= ? AND start < ? GROUP BY activity',
  );
  const ms = timed(() => {
    for (let i = 0; i < minutes.length; i += SAMPLED) {
      const minute = minutes[i] ?? 0;
      for (let rule = 0; rule < rules.length; rule++) query.all(minute - WINDOW_MS, minute);
    }
  });
  database.close();
  return ms * SAMPLED;
}
