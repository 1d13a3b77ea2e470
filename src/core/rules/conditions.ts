import { groupsOf, makeMeter, type MeterContext } from './measures/makeMeter.ts';
import { ALL, type Meter, type RuleTime } from './measures/meter.ts';
import type { OptionValues } from './options.ts';
import type { Comparator, Condition } from './rule.ts';
import { isFarther, isPast, makeLimit, type Limit } from './threshold.ts';

interface Part {
  readonly meter: Meter;
  readonly limit: Limit;
  readonly isGrouped: boolean;
}

/** A group of which all conditions hold, and what was measured of it by the first. */
export interface Held {
  readonly group: string;
  readonly value: number;
}

/** The conditions of a rule at work: all of them hold, for one group, or none counts. */
export class Conditions {
  readonly meters: readonly Meter[];
  readonly hasGroups: boolean;
  private readonly parts: readonly Part[];
  private readonly grouped: readonly Meter[];
  private readonly shown: Part;

  /** Throws a RangeError where there is none. */
  constructor(conditions: readonly Condition[], values: OptionValues, figures: MeterContext['figures']) {
    this.parts = conditions.map(condition => {
      const by = groupsOf(condition);
      const meter = makeMeter(condition, { values, by, figures });
      return { meter, limit: makeLimit(condition, values), isGrouped: by.length > 0 };
    });
    const [shown] = this.parts;
    if (!shown) throw new RangeError('A rule has a condition');
    this.shown = shown;
    this.grouped = this.parts.filter(({ isGrouped }) => isGrouped).map(({ meter }) => meter);
    this.hasGroups = this.grouped.length > 0;
    this.meters = this.parts.map(({ meter }) => meter);
  }

  /** What the first is held against; null: it is not known yet. */
  get threshold(): number | null {
    return this.shown.limit.value;
  }

  get comparator(): Comparator {
    return this.shown.limit.comparator;
  }

  /** How many days are missing until all thresholds are known. */
  get missingDays(): number {
    return Math.max(...this.parts.map(({ limit }) => limit.missingDays));
  }

  beginDay(start: number): void {
    for (const { limit } of this.parts) limit.beginDay(start);
  }

  /** To be called with each instant before anything is asked of it. `isWhole`: the windows lie in the record. */
  reach(time: RuleTime, isWhole: boolean): void {
    for (const part of this.parts) {
      part.meter.reach(time);
      // Of a part of a window no percentile is told.
      if (part.limit.isOwn && isWhole) noteValues(part);
    }
  }

  /** The group of which all hold; `preferred` before others, then the one of which most is measured. null: none. */
  findHeld(preferred: string | null): Held | null {
    if (!this.hasGroups) return this.heldOf(ALL);
    const before = preferred === null ? null : this.heldOf(preferred);
    if (before) return before;
    let best: Held | null = null;
    for (const group of this.fewestGroups()) {
      const held = this.heldOf(group);
      if (held && (!best || this.isBetter(held, best))) best = held;
    }
    return best;
  }

  heldOf(group: string): Held | null {
    let shown: number | null = null;
    for (const { meter, limit, isGrouped } of this.parts) {
      const value = limit.value === null ? null : meter.valueOf(isGrouped ? group : ALL);
      if (value === null || limit.value === null || !isPast(value, limit.comparator, limit.value))
        return null;
      shown ??= value;
    }
    return shown === null ? null : { group, value: shown };
  }

  /** Since when what the first measures counts. */
  startOf(group: string): number {
    return this.shown.meter.startOf(this.shown.isGrouped ? group : ALL);
  }

  /** By value, then by name, so that the order in which groups came does not matter. */
  private isBetter(a: Held, b: Held): boolean {
    return a.value === b.value ? a.group < b.group : isFarther(a.value, b.value, this.comparator);
  }

  private fewestGroups(): Iterable<string> {
    return this.grouped.reduce((a, b) => (b.size < a.size ? b : a)).groups();
  }
}

/** For percentiles: what a measure comes to, of whichever group. */
function noteValues({ meter, limit, isGrouped }: Part): void {
  for (const group of isGrouped ? meter.groups() : [ALL]) {
    const value = meter.valueOf(group);
    if (value !== null) limit.note(value);
  }
}
