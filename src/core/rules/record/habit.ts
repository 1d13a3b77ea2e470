import { dayOfDate, type Calendar, type LocalDay } from '../../activity/calendar.ts';
import { mondayOf } from '../../stats/week/weekDates.ts';
import {
  HABIT_WEEKS,
  hourOfWeek,
  LEAST_WEEKS,
  WEEK_HOURS,
  workingHours,
  type HoursOfWeek,
} from '../../stats/workingHours.ts';
import { WeekShape } from './weekShape.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const DAY_HOURS = 24;
/** An hour next to the working hours with so much active time in an average week of work is no surprise. */
const EDGE_MS = HOUR_MS / 10;

interface PastDay {
  readonly start: number;
  /** 0 is Monday. */
  readonly weekday: number;
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
  private usual: HoursOfWeek = new Set();
  private shape = WeekShape.over(new Set());
  private hour = 0;
  private hourEnd = -Infinity;
  private dayEnd = -Infinity;
  /** ISO date of the week's first day. */
  private monday = '';
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
   * Whether the time that was reached lies within the working hours of the weekday, from the first to the last, or at their edge:
   * 5 % of all active time lies outside them whatever one's habit is.
   */
  get isUsual(): boolean {
    return this.usual.has(this.hour);
  }

  /**
   * The part of a week's work that lies before `time`, an instant of the hour that was reached, 0 to 1: as active time was spread
   * over the weeks before, so that a short Friday counts as what it is; without a habit evenly over the working hours.
   */
  partOfWeekAt(time: number): number {
    return this.shape.partAt(this.hour, Math.min(1, 1 - (this.hourEnd - time) / HOUR_MS));
  }

  private beginDay(time: number): void {
    if (this.today.size > 0) this.endDay();
    this.today = new Map();
    const day = this.calendar.dayAt(time);
    this.dayStart = day.start;
    this.dayEnd = day.end;
    this.beginWeek(day);
    const from = day.start - HABIT_WEEKS * WEEK_MS;
    this.past = this.past.filter(({ start }) => start >= from);
    this.learn();
  }

  private learn(): void {
    const recordedMs = this.dayStart - this.recordedSince;
    const hasHabit = recordedMs >= LEAST_WEEKS * WEEK_MS && this.past.length > 0;
    const week = hasHabit ? this.wholeWeek() : [];
    const hours = this.fixed ?? workingHours(week, recordedMs);
    this.shape = hasHabit && !this.fixed ? new WeekShape(week) : WeekShape.over(hours);
    this.usual = usualHours(hours, hour => (week[hour] ?? 0) >= EDGE_MS);
  }

  private endDay(): void {
    const weekday = Math.floor(this.hour / DAY_HOURS);
    this.past.push({ start: this.dayStart, weekday, msByHour: this.today });
  }

  /** Days are dear to look up. */
  private beginWeek(day: LocalDay): void {
    const monday = mondayOf(day.date);
    if (monday === this.monday) return;
    this.monday = monday;
    this.weekStart = dayOfDate(this.calendar, monday)?.start ?? day.start;
  }

  /** In how many weeks there was any active time: a holiday says nothing of the hours that one works. */
  private workedWeeks(): number {
    return new Set(this.past.map(({ start }) => Math.floor((this.dayStart - start) / WEEK_MS))).size;
  }

  /** Active time by hour of a week without a day off: a weekday that is worked in half of the weeks is one of work. */
  private wholeWeek(): number[] {
    const least = this.workedWeeks() / 2;
    const days = new Array<number>(WEEK_HOURS / DAY_HOURS).fill(0);
    for (const { weekday } of this.past) days[weekday] = (days[weekday] ?? 0) + 1;
    return this.sumHours().map((ms, hour) => ms / Math.max(days[Math.floor(hour / DAY_HOURS)] ?? 0, least));
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

/** Of each weekday all from the first of `hours` to the last, and those next to them where one works now and then. */
function usualHours(hours: HoursOfWeek, isEdge: (hour: number) => boolean): HoursOfWeek {
  const usual = new Set<number>();
  for (let midnight = 0; midnight < WEEK_HOURS; midnight += DAY_HOURS) {
    const ofDay = [...hours].filter(hour => hour >= midnight && hour < midnight + DAY_HOURS);
    if (ofDay.length === 0) continue;
    const first = Math.min(...ofDay);
    const last = Math.max(...ofDay);
    for (let hour = first; hour <= last; hour++) usual.add(hour);
    for (const hour of [first - 1, last + 1]) if (isEdge(hour)) usual.add(hour);
  }
  return usual;
}

/** The next full hour by the clock on the wall. */
function nextHour(time: number, calendar: Calendar): number {
  const local = time + calendar.offsetAt(time) * 60_000;
  return time + HOUR_MS - (((local % HOUR_MS) + HOUR_MS) % HOUR_MS);
}
