import { WEEK_HOURS, type HoursOfWeek } from '../../stats/workingHours.ts';

/** How something that is to happen within a week is spread over its hours. */
export class WeekShape {
  /** By hour of the week: what comes before it, 0 to 1. */
  private readonly before: readonly number[];

  /** `weights`: by hour of the week, how much of it each holds. */
  constructor(weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    const before = [0];
    for (let hour = 0; hour < WEEK_HOURS; hour++) {
      sum += weights[hour] ?? 0;
      before.push(total === 0 ? 0 : sum / total);
    }
    this.before = before;
  }

  /** Evenly over these hours. */
  static over(hours: HoursOfWeek): WeekShape {
    return new WeekShape(Array.from({ length: WEEK_HOURS }, (_, hour) => Number(hours.has(hour))));
  }

  /** What has come when so much of an hour is over (0 to 1); from 0 to 1. */
  partAt(hour: number, over: number): number {
    const from = this.before[hour] ?? 0;
    return from + ((this.before[hour + 1] ?? 1) - from) * over;
  }
}
