import { dayOfDate, type Calendar } from '../activity/calendar.ts';
import type { Interval } from '../activity/interval.ts';
import { addDays, isDate } from '../queue/plainDate.ts';

/** What a text was understood as, or what is wrong with it, in a sentence. */
export type ReadTime = { readonly time: Interval } | { readonly problem: string };

/** One end as it is written: a day, a time of day, or both. */
interface Written {
  readonly date: string | null;
  /** Minutes since midnight. */
  readonly minutes: number | null;
}

const END = /^(?:(\S+)\s+)?(\d{1,2}):(\d{2})$/;

/**
 * A time of the past as people write it: `2026-11-20`; `2026-11-20 to 2026-11-22`, both included; `14:00 to 15:30`, today;
 * `2026-11-20 14:00 to 16:30`; `yesterday` and `today` for a date. What lies after `now` (epoch milliseconds) is left out.
 */
export function readTime(text: string, now: number, calendar: Calendar): ReadTime {
  const today = calendar.dayAt(now).date;
  const sides = text
    .trim()
    .toLowerCase()
    .split(/\s+to\s+|\s+(?:-|–)\s+/);
  if (sides.length > 2) return { problem: 'Write one time only.' };
  const [from, to] = sides.map(side => readEnd(side, today));
  if (!from || to === null) return { problem: `Write a day or a time as ${today}, or 14:00 to 15:30.` };
  if (!to && from.minutes !== null) return { problem: 'Write until when: 14:00 to 15:30.' };
  const start = instant(from, from, today, calendar);
  const end = endOf(from, to ?? from, today, calendar);
  if (start === null || end === null) return { problem: 'There was no such day where you were.' };
  if (end <= start) return { problem: 'The end lies before the beginning.' };
  if (start >= now) return { problem: 'That lies in the future: there is nothing to forget yet.' };
  return { time: { start, end: Math.min(end, now) } };
}

function readEnd(text: string, today: string): Written | null {
  const whole = readDate(text, today);
  if (whole !== null) return { date: whole, minutes: null };
  const [, date, hours, minutes] = END.exec(text) ?? [];
  if (Number(hours) > 24 || Number(minutes) > 59 || hours === undefined) return null;
  const day = date === undefined ? null : readDate(date, today);
  if (date !== undefined && day === null) return null;
  return { date: day, minutes: Number(hours) * 60 + Number(minutes) };
}

function readDate(text: string, today: string): string | null {
  if (text === 'today') return today;
  if (text === 'yesterday') return addDays(today, -1);
  return isDate(text) ? text : null;
}

/** A day that the end does not name is that of the beginning, and else today. */
function instant(end: Written, from: Written, today: string, calendar: Calendar): number | null {
  const day = dayOfDate(calendar, end.date ?? from.date ?? today);
  if (!day) return null;
  const at = day.start + (end.minutes ?? 0) * 60_000;
  // Where the clock is changed in between.
  return at + (calendar.offsetAt(day.start) - calendar.offsetAt(at)) * 60_000;
}

/** A day alone is meant to its end. */
function endOf(from: Written, to: Written, today: string, calendar: Calendar): number | null {
  if (to.minutes !== null) return instant(to, from, today, calendar);
  return dayOfDate(calendar, to.date ?? today)?.end ?? null;
}
