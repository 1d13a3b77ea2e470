import { dayOfDate, type LocalDay } from '../core/activity/calendar.ts';
import { addDays } from '../core/queue/plainDate.ts';
import type { DayRules } from '../core/stats/day.ts';
import type { Portion } from '../core/stats/portions.ts';
import { USUAL_WEEKS } from '../core/stats/usual.ts';
import type { WeekDay } from '../core/stats/week/weekDay.ts';
import { computeWithPortions, readPastDays, type ReadableRecord } from './pastDays.ts';

/** A week and those before it, as far as they are over. */
export interface PastWeeks {
  readonly monday: string;
  /** By ISO date: those on which something happened. */
  readonly days: ReadonlyMap<string, WeekDay>;
  /** The active time of the week itself. */
  readonly portions: readonly Portion[];
  /** The ISO date of the local day that holds an instant. */
  readonly dateAt: (time: number) => string;
}

/** Puts past weeks together: first from rollups, all at once; then day by day what must be computed from rows. */
export class PastWeeksReader {
  readonly monday: string;
  private readonly record: ReadableRecord;
  private readonly rules: DayRules;
  private readonly days = new Map<string, WeekDay>();
  private readonly portions: Portion[] = [];
  private readonly bounds: readonly LocalDay[];
  /** Still to be computed. */
  private readonly missing: LocalDay[];
  /** Whether some of it came from rows, which any later row may add to. */
  readonly isFromRows: boolean;

  /** `today`: an ISO date; it and what comes after it is left out. */
  constructor(record: ReadableRecord, monday: string, today: string, rules: DayRules) {
    this.monday = monday;
    this.record = record;
    this.rules = rules;
    const sunday = addDays(monday, 6);
    const yesterday = addDays(today, -1);
    const range = { from: addDays(monday, -7 * USUAL_WEEKS), to: yesterday < sunday ? yesterday : sunday };
    const past = readPastDays(record, range, rules);
    this.bounds = past.bounds;
    this.missing = [...past.missing];
    this.isFromRows = past.missing.length > 0;
    for (const [date, day] of past.days) {
      this.days.set(date, day);
      if (date >= monday) this.portions.push(...record.store.dayParts.portions(date, date));
    }
  }

  /** How many days are still to be computed. */
  get left(): number {
    return this.missing.length;
  }

  /** Computes one of them: some milliseconds. */
  computeNext(): void {
    const local = this.missing.pop();
    const computed = local && computeWithPortions(this.record, local, this.rules);
    if (!computed) return;
    this.days.set(local.date, computed.day);
    if (local.date >= this.monday) this.portions.push(...computed.portions);
  }

  finish(): PastWeeks {
    const { monday, days, portions } = this;
    return { monday, days, portions, dateAt: time => this.dateAt(time) };
  }

  private dateAt(time: number): string {
    const day = this.bounds[firstEndingAfter(this.bounds, time)];
    // Of a day that a journey cut in two only the calendar knows what lies in it.
    const isPlain = day && day.start <= time && day.end - day.start === 86_400_000;
    return isPlain ? day.date : this.record.calendar.dayAt(time).date;
  }
}

/** Index of the first day that ends after `time`, by bisection. */
function firstEndingAfter(days: readonly LocalDay[], time: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.end ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a week and those before it begin, and where it ends; epoch milliseconds. */
export function boundsOfWeeks({ calendar }: Pick<ReadableRecord, 'calendar'>, monday: string) {
  const from = Date.parse(addDays(monday, -7 * USUAL_WEEKS));
  const to = Date.parse(addDays(monday, 7));
  return {
    start: dayOfDate(calendar, addDays(monday, -7 * USUAL_WEEKS))?.start ?? from,
    end: dayOfDate(calendar, addDays(monday, 6))?.end ?? to,
  };
}
