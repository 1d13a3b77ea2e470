import type { LocalDay } from '../core/activity/calendar.ts';
import { timesToName, type RestPiece } from '../core/idle/pause.ts';
import type { DayRules } from '../core/stats/day.ts';
import type { DayKeeper } from './dayKeeper.ts';
import { lastHeard } from './lastHeard.ts';
import { computeDay, type ReadableRecord } from './pastDays.ts';

/** What can be named, or named anew, of a day; in order of time. */
export interface DayTimes {
  readonly day: LocalDay;
  readonly times: readonly RestPiece[];
}

/** Of today, then of yesterday. Throws a `StoreError`. */
export function timesAway(record: ReadableRecord, days: DayKeeper, rules: DayRules): [DayTimes, DayTimes] {
  const { local, day } = days.today();
  const pieces = day?.pieces ?? [];
  const before = record.calendar.dayAt(local.start - 1);
  const past = computeDay(record, before, rules)?.pieces ?? [];
  const { idleAfterMs } = rules;
  return [
    { day: local, times: timesToName(pieces, idleAfterMs, lastHeard(record.store, pieces)) },
    { day: before, times: timesToName(past, idleAfterMs) },
  ];
}
