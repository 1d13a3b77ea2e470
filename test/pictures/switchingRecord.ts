import type { Signal } from '../../src/core/activity/signal.ts';
import { WorkLog } from '../support/workLog.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 44;
/** Some days hold one stretch of to and fro, some two, some none; hours of the day, and how many switches in 18 minutes. */
const STRETCHES = [
  [[9.4, 13]],
  [[13.6, 9]],
  [],
  [
    [10.7, 9],
    [15.2, 16],
  ],
  [[14.4, 11]],
  [],
  [
    [9.1, 10],
    [16.3, 9],
  ],
  [[11.3, 14]],
] as const;

/** Weeks in which one goes to and fro between two projects now and then. `midnight` is that of today. */
export function switchingRecord(midnight: number): Signal[] {
  const signals: Signal[] = [];
  for (let daysAgo = DAYS; daysAgo > 0; daysAgo--) {
    const start = midnight - daysAgo * DAY;
    const weekday = new Date(start + 12 * HOUR).getUTCDay();
    if (weekday !== 0 && weekday !== 6) signals.push(...workday(start, daysAgo));
  }
  return signals;
}

function workday(midnight: number, daysAgo: number): Signal[] {
  const log = new WorkLog(midnight + 8.5 * HOUR).in({ project: 'shop' }).type(20);
  for (const [hour, switches] of STRETCHES[daysAgo % STRETCHES.length] ?? []) {
    log.rest((midnight + (hour + (daysAgo % 5) * 0.15) * HOUR - log.now) / 60_000);
    log.alternate(switches, 18, (each, turn) => each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(0.5));
    log.type(15);
  }
  return log.signals;
}
