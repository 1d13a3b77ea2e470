import { quantile } from '../queue/quantile.ts';
import { filledIn, type OptionValues } from './options.ts';
import { COMPARATORS, type Comparator, type Comparison, type Percentile, type Threshold } from './rule.ts';

const DAY_MS = 86_400_000;
/** A percentile is one of so many days before today. */
export const BASELINE_DAYS = 30;
/** Of fewer days no percentile is told. */
export const LEAST_DAYS = 10;

/** What a value is held against. */
export interface Limit {
  readonly comparator: Comparator;
  /** null: it is not known yet. */
  readonly value: number | null;
  /** It is told from one's own values, which must be noted. */
  readonly isOwn: boolean;
  /** How many days are missing until it is known. */
  readonly missingDays: number;
  /** A value of today. */
  note(value: number): void;
  /** To be called when a day begins; epoch milliseconds. */
  beginDay(start: number): void;
}

/** The comparator of a condition; it has exactly one. */
export function comparatorOf(comparison: Comparison): Comparator {
  return COMPARATORS.find(name => comparison[name] !== undefined) ?? 'gte';
}

export function makeLimit(comparison: Comparison, values: OptionValues): Limit {
  const comparator = comparatorOf(comparison);
  const threshold: Threshold = comparison[comparator] ?? 0;
  if (!isPercentile(threshold)) return new FixedLimit(comparator, filledIn(threshold, values));
  const { p, atLeast } = threshold;
  return new OwnLimit(comparator, p / 100, atLeast === undefined ? -Infinity : filledIn(atLeast, values));
}

export function isPercentile(threshold: Threshold | undefined): threshold is Percentile {
  return typeof threshold === 'object' && 'p' in threshold;
}

export function isPast(value: number, comparator: Comparator, limit: number): boolean {
  switch (comparator) {
    case 'gte':
      return value >= limit;
    case 'gt':
      return value > limit;
    case 'lte':
      return value <= limit;
    case 'lt':
      return value < limit;
  }
}

/** Whether `a` lies farther in the direction of a comparator than `b`. */
export function isFarther(a: number, b: number, comparator: Comparator): boolean {
  return comparator === 'gte' || comparator === 'gt' ? a > b : a < b;
}

class FixedLimit implements Limit {
  readonly comparator: Comparator;
  readonly value: number;
  readonly isOwn = false;
  readonly missingDays = 0;

  constructor(comparator: Comparator, value: number) {
    this.comparator = comparator;
    this.value = value;
  }

  note(): void {
    // A number stays what it is.
  }

  beginDay(): void {
    // As above.
  }
}

/** A percentile of what the days before today came to at most (at least, where less is farther). */
class OwnLimit implements Limit {
  readonly comparator: Comparator;
  readonly isOwn = true;
  value: number | null = null;
  private readonly share: number;
  private readonly atLeast: number;
  private days: { readonly start: number; readonly extreme: number }[] = [];
  private today: number | null = null;
  private todayStart = -Infinity;

  constructor(comparator: Comparator, share: number, atLeast: number) {
    this.comparator = comparator;
    this.share = share;
    this.atLeast = atLeast;
  }

  get missingDays(): number {
    return Math.max(0, LEAST_DAYS - this.days.length);
  }

  note(value: number): void {
    if (this.today === null || isFarther(value, this.today, this.comparator)) this.today = value;
  }

  beginDay(start: number): void {
    if (this.today !== null) this.days.push({ start: this.todayStart, extreme: this.today });
    this.today = null;
    this.todayStart = start;
    // A day has up to 25 hours.
    this.days = this.days.filter(day => day.start >= start - BASELINE_DAYS * DAY_MS - DAY_MS / 24);
    this.value = this.missingDays > 0 ? null : Math.max(this.atLeast, this.percentile());
  }

  private percentile(): number {
    return quantile(
      this.days.map(({ extreme }) => extreme),
      this.share,
    );
  }
}
