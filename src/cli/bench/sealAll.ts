import { zoneCalendar } from '../../core/activity/calendar.ts';
import { computeDays } from '../../core/stats/computeDays.ts';
import type { Store } from '../../store/store.ts';
import { timed } from './figures.ts';
import { BENCH_ZONE, DAY_MS, YEAR_DAYS, YEAR_START } from './workday.ts';

/** Rolls the last `years` years up, day by day, as the runtime does. Answers how long each day took, in milliseconds. */
export function sealYears(store: Store, years: number, idleAfterMs: number): number[] {
  const calendar = zoneCalendar(BENCH_ZONE);
  const times: number[] = [];
  const until = YEAR_START + YEAR_DAYS * DAY_MS;
  for (let time = until - years * YEAR_DAYS * DAY_MS; time < until;) {
    const bounds = calendar.dayAt(time);
    times.push(
      timed(() => {
        store.sealDay(bounds, { idleAfterMs }, slice =>
          computeDays(slice, calendar, { idleAfterMs }).find(day => day.date === bounds.date),
        );
      }),
    );
    time = bounds.end;
  }
  return times;
}
