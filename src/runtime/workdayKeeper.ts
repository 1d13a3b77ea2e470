import { instantAt, type Calendar, type LocalDay } from '../core/activity/calendar.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import type { DayRules } from '../core/stats/day.ts';
import { weekdayFromMonday } from '../core/stats/week/weekDates.ts';
import {
  addActiveTime,
  HABIT_WEEKS,
  lastWorkingHour,
  WEEK_HOURS,
  workingHours,
  type HoursOfWeek,
} from '../core/stats/workingHours.ts';
import type { Store } from '../store/store.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface WorkdayKeeperPorts {
  readonly rules: () => DayRules;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
}

const HOUR_MS = 3_600_000;
const HABIT_MS = HABIT_WEEKS * WEEK_HOURS * HOUR_MS;

/** Knows one's own working hours, as the record tells them. They are read once a day, when they are first asked for. */
export class WorkdayKeeper {
  private readonly keeper: RecordKeeper;
  private readonly ports: WorkdayKeeperPorts;
  private known: { readonly store: Store; readonly date: string; readonly hours: HoursOfWeek } | null = null;

  constructor(keeper: RecordKeeper, ports: WorkdayKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
  }

  /**
   * When the last working hour of a day begins, in epoch milliseconds; null where it has none, or there is no record. Reads
   * eight weeks, one day at a time. Rejects with a `StoreError`.
   */
  async lastHourOf(day: LocalDay): Promise<number | null> {
    const { readable } = this.keeper;
    if (!readable) return null;
    const hours = await this.hoursOn(day, readable);
    const hour = hours && lastWorkingHour(hours, weekdayFromMonday(day.date));
    return hour === null ? null : instantAt(readable.calendar, day, hour * 60);
  }

  private async hoursOn(
    today: LocalDay,
    { store, calendar }: { readonly store: Store; readonly calendar: Calendar },
  ): Promise<HoursOfWeek | null> {
    if (this.known?.store === store && this.known.date === today.date) return this.known.hours;
    const first = store.firstTime() ?? today.start;
    const active = new Array<number>(WEEK_HOURS).fill(0);
    for (const day of pastDays(calendar, Math.max(first, today.start - HABIT_MS), today)) {
      await this.ports.yieldTurn();
      // The record may have been erased meanwhile.
      if (this.keeper.readable?.store !== store) return null;
      const rules = this.ports.rules();
      const { slice } = store.slice(day.start, day.end, rules.idleAfterMs);
      const computed = computeDays(slice, calendar, rules).find(({ date }) => date === day.date);
      if (computed) addActiveTime(active, computed.pieces, calendar);
    }
    const hours = workingHours(active, today.start - first);
    this.known = { store, date: today.date, hours };
    return hours;
  }
}

function* pastDays(calendar: Calendar, from: number, today: LocalDay): Iterable<LocalDay> {
  for (let day = calendar.dayAt(from); day.start < today.start; day = calendar.dayAt(day.end)) yield day;
}
