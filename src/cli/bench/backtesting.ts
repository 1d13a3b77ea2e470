import { zoneCalendar } from '../../core/activity/calendar.ts';
import { readRules } from '../../core/rules/readRules.ts';
import { readSettings } from '../../core/settings.ts';
import { backtest } from '../../runtime/backtest.ts';
import { WARM_UP_DAYS } from '../../runtime/ruleFeed.ts';
import { openStore } from '../../store/open.ts';
import { figure, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { BENCH_ZONE, DAY_MS, YEAR_DAYS, YEAR_START } from './workday.ts';

/** All rules over the last year of the record, and the longest time in which nothing else has its turn. */
export async function benchBacktest({ years, count }: Databases): Promise<Measured[]> {
  const store = await openStore(years);
  const calendar = zoneCalendar(BENCH_ZONE);
  const { settings } = readSettings(() => undefined);
  const now = YEAR_START + YEAR_DAYS * DAY_MS;
  let longest = 0;
  const began = performance.now();
  let sliceBegan = began;
  const result = await backtest(
    { store, calendar },
    { rules: readRules(settings).rules, settings, from: now - (YEAR_DAYS - WARM_UP_DAYS) * DAY_MS, now },
    {
      yieldTurn: () => {
        longest = Math.max(longest, performance.now() - sliceBegan);
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
  return [
    figure(`backtest of a year, ${count} years`, ms, 'ms', 1_000),
    figure('backtest, longest stall', longest, 'ms', 16),
    figure('backtest: findings', result?.findings.length ?? 0, 'findings', null),
  ];
}
