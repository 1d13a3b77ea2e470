import { instantAt, type Calendar, type LocalDay } from '../activity/calendar.ts';
import type { Interval } from '../activity/interval.ts';
import type { ClockText } from '../text/clock.ts';

const RANGE = /^(\d{1,2})[:.](\d{2})\s*(?:to|-|–|\s)\s*(\d{1,2})[:.](\d{2})$/;
const DAY_MINUTES = 24 * 60;

/**
 * Reads a range of times of day, as one writes it: "12:05 to 12:28", "12:05-12:28". Where it names the minute in which `within`
 * begins or ends, that very instant is meant. Answers what is wrong in plain words where it cannot be used.
 */
export function readClockRange(
  text: string,
  { day, calendar, clock, within }: ClockRangeInput,
): Interval | string {
  const minutes = minutesOf(text);
  if (!minutes) return 'Write two times of day, such as 12:05 to 12:28.';
  const start = instantOf(minutes.from);
  const end = instantOf(minutes.to);
  if (end <= start) return 'The second time must be after the first.';
  if (within && (start < within.start || end > within.end)) {
    return `It must lie within ${clock.range(within)}.`;
  }
  return { start, end };

  function instantOf(minute: number): number {
    for (const at of within ? [within.start, within.end] : []) {
      if (clock.minuteOfDay(at) === minute) return at;
    }
    return instantAt(calendar, day, minute);
  }
}

export interface ClockRangeInput {
  readonly day: LocalDay;
  readonly calendar: Calendar;
  readonly clock: ClockText;
  /** Where the range must lie; null: anywhere in the day. */
  readonly within: Interval | null;
}

function minutesOf(text: string): { from: number; to: number } | null {
  const parts = RANGE.exec(text.trim())?.slice(1).map(Number);
  if (!parts) return null;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts;
  if (fromMinute > 59 || toMinute > 59) return null;
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  return from < DAY_MINUTES && to <= DAY_MINUTES ? { from, to } : null;
}
