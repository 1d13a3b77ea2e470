import { dayOfDate, type Calendar } from '../../activity/calendar.ts';
import { mondayOf } from '../../stats/week/weekDates.ts';
import {
  HABIT_WEEKS,
  hourOfWeek,
  LEAST_WEEKS,
  WEEK_HOURS,
  workingHours,
  type HoursOfWeek,
} from '../../stats/workingHours.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** An hour with so much active time in an average week is no surprise. */
const EDGE_MS = HOUR_MS / 2;

interface PastDay {
  readonly start: number;
  /** Active time by hour of the week. */
  readonly msByHour: ReadonlyMap<number, number>;
}

/** Follows the days, and knows one's working hours from the weeks before each of them. */
export class Habit {
  private readonly calendar: Calendar;
  private readonly recordedSince: number;
  private readonly fixed: HoursOfWeek | null;
  private past: PastDay[] = [];
  private today = new Map<number, number>();
  private hours: HoursOfWeek = new Set();
  private edges: HoursOfWeek = new Set();
  private hour = 0;
  private hourEnd = -Infinity;
  private dayEnd = -Infinity;
  dayStart = -Infinity;
  weekStart = -Infinity;

  /** `fixed`: the working hours, where they are known; null: they are told from what is added. */
  constructor(calendar: Calendar, recordedSince: number, fixed: HoursOfWeek | null) {
    this.calendar = calendar;
    this.recordedSince = recordedSince;
    this.fixed = fixed;
  }

  /** To be called with times in order, before anything else is asked of that time. Answers whether another day has begun. */
  reach(time: number): boolean {
    const isNewDay = time >= this.dayEnd;
    if (isNewDay) this.beginDay(time);
    if (isNewDay || time >= this.hourEnd) {
      this.hour = hourOfWeek(time, this.calendar);
      this.hourEnd = nextHour(time, this.calendar);
    }
    return isNewDay;
  }

  /** Active time within the hour that was reached. */
  add(ms: number): void {
    this.today.set(this.hour, (this.today.get(this.hour) ?? 0) + ms);
  }

  /**
   * Whether the time that was reached is one of the working hours, or at their edge: 5 % of all active time lies outside them
   * whatever one's habit is, and an hour in which one mostly works for a while is no surprise.
   */
  get isUsual(): boolean {
    return this.hours.has(this.hour) || this.edges.has(this.hour);
  }

  /** The part of the week's working hours that lies before the time that was reached, 0 to 1. */
  partOfWeekAt(time: number): number {
    if (this.hours.size === 0) return 0;
    let over = this.hours.has(this.hour) ? 1 - (this.hourEnd - time) / HOUR_MS : 0;
    for (const hour of this.hours) if (hour < this.hour) over++;
    return over / this.hours.size;
  }

  private beginDay(time: number): void {
    if (this.today.size > 0) this.past.push({ start: this.dayStart, msByHour: this.today });
    this.today = new Map();
    const day = this.calendar.dayAt(time);
    this.dayStart = day.start;
    this.dayEnd = day.end;
    this.weekStart = dayOfDate(this.calendar, mondayOf(day.date))?.start ?? day.start;
    const from = day.start - HABIT_WEEKS * WEEK_MS;
    this.past = this.past.filter(({ start }) => start >= from);
    const sums = this.sumHours();
    this.hours = this.fixed ?? workingHours(sums, day.start - this.recordedSince);
    this.edges = edgesOf(sums, (day.start - (this.past[0]?.start ?? day.start)) / WEEK_MS);
  }

  /** Active time of the past by hour of the week. */
  private sumHours(): number[] {
    const sums = new Array<number>(WEEK_HOURS).fill(0);
    for (const { msByHour } of this.past) {
      for (const [hour, ms] of msByHour) sums[hour] = (sums[hour] ?? 0) + ms;
    }
    return sums;
  }
}

/** The hours with some time in an average week; of fewer weeks than a habit needs, none. */
function edgesOf(sums: readonly number[], weeks: number): HoursOfWeek {
  if (weeks < LEAST_WEEKS) return new Set();
  return new Set([...sums.keys()].filter(hour => (sums[hour] ?? 0) / weeks >= EDGE_MS));
}

/** The next full hour by the clock on the wall. */
function nextHour(time: number, calendar: Calendar): number {
  const local = time + calendar.offsetAt(time) * 60_000;
  return time + HOUR_MS - (((local % HOUR_MS) + HOUR_MS) % HOUR_MS);
}
