import type { RecordView } from '../../core/messages/record.ts';
import type { StatsRequest, StatsSnapshot } from '../../core/messages/stats.ts';
import type { TodayView } from '../../core/messages/today.ts';
import type { WeekView } from '../../core/messages/week.ts';
import { addDays } from '../../core/queue/plainDate.ts';
import { dateText, dayText } from '../parts/dateText.ts';

/** What stands above a day or a week, and where one can go from there. */
export interface HeadView {
  readonly title: string;
  /** Dim, beside the title; may be empty. */
  readonly aside: string;
  /** null: there is none. */
  readonly steps: Steps | null;
  readonly shown: Range;
  /** What the other range would show. */
  readonly ranges: Readonly<Record<Range, StatsRequest>>;
}

export type Range = StatsSnapshot['range']['kind'];

export interface Steps {
  readonly earlier: Step;
  readonly current: Step;
  readonly later: Step;
}

export interface Step {
  readonly label: string;
  /** null: there is nothing there, or it is what is shown. */
  readonly request: StatsRequest | null;
}

export function headOf({ range, today }: StatsSnapshot): HeadView {
  switch (range.kind) {
    case 'week':
      return headOfWeek(range.week, today);
    case 'day':
      return headOfDay(range.day, today);
    case 'record':
      return headOfRecord(range.record, today);
  }
}

function headOfWeek(week: WeekView, today: string): HeadView {
  const { monday, earlier, later, isCurrent, usualWeeks } = week;
  return {
    title: `Week of ${dateText(monday, today)}`,
    aside: comparedText(usualWeeks),
    steps: {
      earlier: { label: 'Week before', request: earlier === null ? null : showWeek(earlier) },
      current: { label: 'This week', request: isCurrent ? null : showWeek(today) },
      later: { label: 'Week after', request: later === null ? null : showWeek(later) },
    },
    shown: 'week',
    ranges: {
      day: showDay(dayOf(week)),
      week: showWeek(monday),
      record: showRecord(monday, addDays(monday, 6)),
    },
  };
}

function headOfDay({ date }: TodayView, today: string): HeadView {
  return {
    title: dayText(date, today),
    aside: date === today ? 'today' : '',
    steps: {
      earlier: { label: 'Day before', request: showDay(addDays(date, -1)) },
      current: { label: 'Today', request: date === today ? null : showDay(today) },
      later: { label: 'Day after', request: date < today ? showDay(addDays(date, 1)) : null },
    },
    shown: 'day',
    ranges: { day: showDay(date), week: showWeek(date), record: showRecord(date, date) },
  };
}

function headOfRecord({ filter: { from, to } }: RecordView, today: string): HeadView {
  const date = to !== undefined && to < today ? to : today;
  return {
    title: 'Record',
    aside: 'what every number is computed from',
    steps: null,
    shown: 'record',
    ranges: {
      day: showDay(from ?? date),
      week: showWeek(from ?? date),
      record: { type: 'showRecord', filter: {} },
    },
  };
}

/** Today where the week holds it, or else its first day with something in it. */
function dayOf({ days, monday }: WeekView): string {
  const day = days.find(({ isToday }) => isToday) ?? days.find(({ activeMs }) => activeMs > 0);
  return day?.date ?? monday;
}

const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

function comparedText(weeks: number): string {
  return weeks === 0
    ? 'what is usual for you comes after four weeks'
    : `compared with your last ${COUNTS[weeks] ?? weeks} weeks`;
}

function showDay(date: string): StatsRequest {
  return { type: 'showDay', date };
}

function showWeek(date: string): StatsRequest {
  return { type: 'showWeek', date };
}

function showRecord(from: string, to: string): StatsRequest {
  return { type: 'showRecord', filter: { from, to } };
}
