import type { CalendarWindow } from '../rule.ts';
import type { Occurrence, Stream } from '../streams.ts';
import { GRID_MS } from '../record/input.ts';
import type { Grouping } from './grouping.ts';
import type { RuleTime } from './meter.ts';
import { isSelected, type ReadySelector } from './select.ts';

/** A window whose options are filled in. */
export interface ReadyWindow {
  readonly select: ReadySelector;
  /** Milliseconds, or since when by the calendar. */
  readonly over: number | CalendarWindow;
  readonly resetBy: readonly ReadySelector[];
  readonly grouping: Grouping;
}

/** Where a window begins. */
export function windowStart(over: ReadyWindow['over'], { now, dayStart, weekStart }: RuleTime): number {
  if (typeof over === 'number') return now - over;
  if (over === 'day') return dayStart;
  return over === 'week' ? weekStart : -Infinity;
}

export function resetStreamsOf({ resetBy }: ReadyWindow): Stream[] {
  return [...new Set(resetBy.map(({ of }) => of))];
}

export function isReset({ resetBy }: ReadyWindow, occurrence: Occurrence): boolean {
  for (const selector of resetBy) if (isSelected(selector, occurrence)) return true;
  return false;
}

/** The group that something resets; null: all of them. */
export function resetGroup({ grouping, select }: ReadyWindow, occurrence: Occurrence): string | null {
  return !grouping.isNone && grouping.isToldBy(occurrence.of, select.of) ? grouping.of(occurrence) : null;
}

/** Windows begin at whole minutes: what lies in one minute leaves together. */
export function minuteOf(time: number): number {
  return Math.floor(time / GRID_MS);
}

/** What has come into a window, by time: the oldest leaves first. */
export class Passing<T> {
  private entries: T[] = [];
  private first = 0;

  push(entry: T): void {
    this.entries.push(entry);
  }

  get oldest(): T | undefined {
    return this.entries[this.first];
  }

  get newest(): T | undefined {
    return this.first < this.entries.length ? this.entries.at(-1) : undefined;
  }

  shift(): void {
    this.first++;
    if (this.first < 1024 || this.first * 2 < this.entries.length) return;
    this.entries = this.entries.slice(this.first);
    this.first = 0;
  }

  pop(): void {
    this.entries.pop();
  }
}
