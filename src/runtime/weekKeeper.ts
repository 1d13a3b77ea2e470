import type { Calendar, LocalDay } from '../core/activity/calendar.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import type { DayRules } from '../core/stats/day.ts';
import type { DeepDay } from '../core/stats/deepWeek.ts';
import { deepMs } from '../core/stats/measures.ts';
import { datesBefore, mondayOf } from '../core/stats/weekDates.ts';
import type { SealState } from '../store/rollups.ts';
import type { DayKeeper } from './dayKeeper.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface WeekRules extends DayRules {
  readonly deepBlockMs: number;
}

export interface WeekKeeperPorts {
  readonly days: DayKeeper;
  readonly rules: () => WeekRules;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Knows the deep time of each day of the week that is going on. */
export class WeekKeeper {
  private readonly keeper: RecordKeeper;
  private readonly ports: WeekKeeperPorts;
  /** The days before today, and what they were computed from. */
  private known: { readonly key: string; readonly past: readonly DeepDay[] } = { key: '', past: [] };

  constructor(keeper: RecordKeeper, ports: WeekKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
  }

  /** From Monday to today, by the local calendar. */
  deepDays(): DeepDay[] {
    const { local, day } = this.ports.days.today();
    const { deepBlockMs } = this.ports.rules();
    return [...this.past(local), { date: local.date, deepMs: deepMs(day?.blocks ?? [], deepBlockMs) }];
  }

  private past(today: LocalDay): readonly DeepDay[] {
    try {
      const seals = this.seals(today);
      const key = JSON.stringify([today.date, this.ports.rules(), seals]);
      // The panel asks every two seconds, and past days change when they are sealed or a row comes late.
      if (key !== this.known.key) this.known = { key, past: this.computePast(today, seals) };
      return this.known.past;
    } catch (error) {
      this.ports.onFailure('The week could not be read from the record.', error);
      return [];
    }
  }

  /** Those of the week's days before today that can be relied on. */
  private seals({ date }: LocalDay): SealState[] {
    const { idleAfterMs } = this.ports.rules();
    const seals = this.keeper.readable?.store.rollups.seals(mondayOf(date), date) ?? [];
    return seals.filter(seal => seal.date !== date && !seal.isDirty && seal.idleAfterMs === idleAfterMs);
  }

  private computePast(today: LocalDay, seals: readonly SealState[]): DeepDay[] {
    const { readable } = this.keeper;
    if (!readable) return [];
    const { deepBlockMs } = this.ports.rules();
    const sealed = new Set(seals.map(seal => seal.date));
    const blocks = readable.store.rollups.blocks(mondayOf(today.date), today.date, deepBlockMs);
    return datesBefore(today.date).map(date => ({
      date,
      deepMs: sealed.has(date)
        ? deepMs(
            blocks.filter(block => block.date === date),
            deepBlockMs,
          )
        : this.deepMsFromRows(date, today),
    }));
  }

  private deepMsFromRows(date: string, today: LocalDay): number {
    const { readable } = this.keeper;
    const local = readable && dayOf(date, today, readable.calendar);
    if (!readable || !local) return 0;
    const rules = this.ports.rules();
    const { slice } = readable.store.slice(local.start, local.end, rules.idleAfterMs);
    const day = computeDays(slice, readable.calendar, rules).find(each => each.date === date);
    return deepMs(day?.blocks ?? [], rules.deepBlockMs);
  }
}

/** Goes back from today to the day of that date, which a journey may have cut in two or left out. */
function dayOf(date: string, today: LocalDay, calendar: Calendar): LocalDay | null {
  let found: LocalDay | null = null;
  for (let day = calendar.dayAt(today.start - 1); day.date >= date; day = calendar.dayAt(day.start - 1)) {
    if (day.date === date) found = { ...day, end: (found ?? day).end };
  }
  return found;
}
