import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { Fact } from '../../src/core/activity/facts.ts';
import type { Activity, Span } from '../../src/core/activity/span.ts';
import type { CheckIn } from '../../src/core/messages/checkIn.ts';
import type { RecordingState } from '../../src/core/messages/panel.ts';
import type { StatsSnapshot } from '../../src/core/messages/stats.ts';
import type { WeekGlance, WeekView } from '../../src/core/messages/week.ts';
import { addDays, weekdayOf } from '../../src/core/queue/plainDate.ts';
import { computeDays } from '../../src/core/stats/computeDays.ts';
import type { Day } from '../../src/core/stats/day.ts';
import type { ItemNames } from '../../src/core/stats/itemNames.ts';
import { portionsOf } from '../../src/core/stats/portions.ts';
import type { DoneItem } from '../../src/core/stats/results.ts';
import { todayView } from '../../src/core/stats/today.ts';
import { usualOfWeekday } from '../../src/core/stats/week/pastWeeks.ts';
import { weekGlance, weekView } from '../../src/core/stats/week/week.ts';
import { datesOfWeek, mondayOf } from '../../src/core/stats/week/weekDates.ts';
import { figuresOf, type KnownDays, type WeekDay } from '../../src/core/stats/week/weekDay.ts';
import { HOSTILE } from './hostileNames.ts';

/** Stats to show, made by the code that makes the real ones from a record of some weeks. */

const ZONE = 'Europe/Berlin';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CALENDAR = zoneCalendar(ZONE);
const OPTIONS = { deepBlockMs: 25 * MINUTE, idleAfterMs: 5 * MINUTE };
const PLAN = 12 * HOUR;

const SUNDAY = '2026-11-22';
const THURSDAY = '2026-11-19';
const MONDAY = '2026-11-16';

/** What stands on the machine, and what is looked at. */
interface Record {
  /** ISO date; it is four in the afternoon. */
  readonly today?: string;
  /** How many weeks before this one hold anything. */
  readonly pastWeeks?: number;
  /** This week holds something. */
  readonly isThisWeekUsed?: boolean;
  readonly planMs?: number | null;
  readonly names?: readonly string[];
  readonly checkIns?: readonly CheckIn[];
  readonly done?: readonly DoneItem[];
  readonly recording?: RecordingState;
  /** About as many pieces has a day. */
  readonly piecesADay?: number;
}

interface Known extends Required<Record> {
  readonly days: ReadonlyMap<string, WeekDay & Day>;
  readonly known: KnownDays;
  readonly items: ItemNames;
  readonly at: number;
}

export function weekStats(record: Record = {}, monday = mondayOf(record.today ?? SUNDAY)): StatsSnapshot {
  const known = know(record);
  return { ...frameOf(known), range: { kind: 'week', week: weekOf(known, monday) } };
}

export function dayStats(record: Record = {}, date = record.today ?? SUNDAY): StatsSnapshot {
  const known = know(record);
  const done = known.known.done.get(date) ?? [];
  const checkIns = known.checkIns.filter(said => said.date === date);
  const day = todayView(known.days.get(date), CALENDAR.dayAt(noonOf(date)), ZONE, OPTIONS, {
    items: known.items,
    results: { done, commits: [] },
    sessions: [],
    usual: usualOfWeekday(date, known.known, figuresOf(known.known, known.items, OPTIONS.deepBlockMs)),
  });
  return { ...frameOf(known), range: { kind: 'day', day, done, checkIns } };
}

export function glance(record: Record = {}): WeekGlance | null {
  const known = know(record);
  const { today, days, items, planMs } = known;
  const input = { ...known.known, monday: mondayOf(today), today, first: [...days.keys()][0] ?? null, items };
  return weekGlance(input, { ...OPTIONS, planMs });
}

function frameOf({ at, today, recording }: Known) {
  return { at, today, recording };
}

function weekOf(known: Known, monday: string): WeekView {
  const { days, today, items, planMs, checkIns } = known;
  const dates = datesOfWeek(monday);
  return weekView(
    { ...known.known, monday, today, first: [...days.keys()][0] ?? null, items },
    {
      portions: dates.flatMap(date => portionsOf(days.get(date)?.pieces ?? [])),
      checkIns: checkIns.filter(({ date }) => dates.includes(date)),
      offsetAt: time => CALENDAR.offsetAt(time),
    },
    { ...OPTIONS, planMs },
  );
}

function know(given: Record): Known {
  const record = { ...DEFAULTS, ...given };
  const { today, pastWeeks, isThisWeekUsed, names, done } = record;
  const last = isThisWeekUsed ? today : addDays(mondayOf(today), -1);
  const dates: string[] = [];
  for (let date = addDays(mondayOf(today), -7 * pastWeeks); date <= last; date = addDays(date, 1)) {
    dates.push(date);
  }
  const chance = chanceFrom(5);
  const spans = dates.flatMap(date => spansOf(date, record, chance));
  const at = noonOf(today) + 4 * HOUR;
  const slice = {
    spans: spans.filter(({ end }) => end <= at),
    facts: itemFacts(spans, names),
    tallies: [],
  };
  const days = new Map(
    computeDays(slice, CALENDAR, OPTIONS).map(day => [day.date, { ...day, msByItem: msByItem(day) }]),
  );
  const items: ItemNames = {
    nameOfItem: id => ({ key: `A-${id}`, title: names[Number(id)] ?? '' }),
    isExploration: id => id === '3',
  };
  const doneByDate = Map.groupBy(done, ({ closedAt }) => CALENDAR.dayAt(closedAt).date);
  return { ...record, days, items, at, known: { days, done: doneByDate, commits: new Map() } };
}

function noonOf(date: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return noon - CALENDAR.offsetAt(noon) * MINUTE;
}

const KINDS: readonly Activity[] = [
  'coding',
  'coding',
  'reading',
  'coding',
  'debugging',
  'testing',
  'reviewing',
];
const LANGUAGES = ['typescript', 'typescript', 'markdown', 'css', 'json', 'python'];

/** A day: a morning mostly on one project, an afternoon cut into several; weekends nearly free. */
function spansOf(date: string, { names, piecesADay }: Required<Record>, chance: () => number): Span[] {
  const isWeekend = weekdayOf(date) % 6 === 0;
  if (isWeekend && chance() < 0.5) return [];
  const start = noonOf(date) - (4.1 - 1.2 * chance()) * HOUR;
  const end = start + (isWeekend ? 1.2 : 7.5 + 2.5 * chance()) * HOUR;
  const step = (8 * HOUR) / piecesADay;
  const calm = chance();
  const spans: Span[] = [];
  for (let at = start; at < end;) {
    const isMorning = at < start + 3.5 * HOUR;
    const isCalm = chance() < (isMorning ? 0.2 + 0.4 * calm : 0.2 * calm);
    const length = step * (isCalm ? 0.6 + chance() : 0.1 + 0.3 * chance());
    spans.push(spanOf(at, length, names[isCalm ? 0 : Math.floor(chance() * names.length)] ?? null, chance));
    const isPause = chance() < (isMorning ? 0.2 : 0.3);
    at += length + (isPause ? step * (0.3 + 0.7 * chance()) : 0.05 * step * chance());
  }
  return spans;
}

function spanOf(at: number, length: number, project: string | null, chance: () => number): Span {
  const language = LANGUAGES[Math.floor(chance() * LANGUAGES.length)] ?? 'css';
  return {
    id: Math.round(at),
    window: 'w1',
    start: Math.round(at),
    end: Math.round(at + length),
    activity: KINDS[Math.floor(chance() * KINDS.length)] ?? 'coding',
    doc: project === null ? null : { project, path: 'src/a', language },
    project,
    branch: project === null || chance() < 0.4 ? 'main' : `work on ${project}`,
    offset: 60,
    edits: 9,
    inserted: 0,
    deleted: 0,
    lulls: [],
  };
}

/** Whatever project is worked on, the item of its number is in work. */
function itemFacts(spans: readonly Span[], names: readonly string[]): Fact[] {
  return spans.map(({ start, project }): Fact => ({
    kind: 'queue',
    at: start,
    window: 'w1',
    project,
    branch: null,
    path: null,
    item: String(names.indexOf(project ?? '')),
    phase: 'start',
  }));
}

function msByItem({ pieces }: Day): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { item, span, start, end } of pieces) {
    if (item !== null && span) sums.set(item, (sums.get(item) ?? 0) + end - start);
  }
  return sums;
}

/** Always the same: a linear congruential generator. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const CHECK_INS: readonly CheckIn[] = [
  {
    date: '2026-11-17',
    energy: 'low',
    flow: 'high',
    satisfaction: null,
    sentence: 'Finally saw why late rows broke the union.',
  },
  { date: '2026-11-18', energy: 'fine', flow: 'fine', satisfaction: 'fine', sentence: '' },
  {
    date: '2026-11-19',
    energy: 'fine',
    flow: 'low',
    satisfaction: 'low',
    sentence: 'Meetings cut the afternoon in four.',
  },
];

const doneItem = (day: number, title: string, used: number, budgetMinutes: number | null): DoneItem => ({
  key: `A-${day}`,
  title,
  budgetMinutes,
  usedMs: used * MINUTE,
  closedAt: noonOf(`2026-11-${day}`),
});

const DONE: readonly DoneItem[] = [
  doneItem(16, 'Reload the window in the middle of a session', 65, null),
  doneItem(17, 'Late rows make a day dirty', 205, 120),
  doneItem(18, 'Name the rules by what they see', 32, 30),
  doneItem(19, 'Two windows end one session twice', 150, 180),
];

const DEFAULTS: Required<Record> = {
  today: SUNDAY,
  pastWeeks: 8,
  isThisWeekUsed: true,
  planMs: PLAN,
  names: ['andon', 'website', 'tools', 'billing-api'],
  checkIns: CHECK_INS,
  done: DONE,
  recording: { kind: 'recording' },
  piecesADay: 10,
};

export const busyWeek = (): StatsSnapshot => weekStats();

/** Thursday afternoon: three days are to come. */
export const currentWeek = (): StatsSnapshot => weekStats({ today: THURSDAY });

export const pastWeek = (): StatsSnapshot => weekStats({}, '2026-11-02');

/** The second week of all. */
export const withoutUsual = (): StatsSnapshot => weekStats({ today: THURSDAY, pastWeeks: 1 });

export const withoutPlan = (): StatsSnapshot =>
  weekStats({ today: THURSDAY, planMs: null, done: [], checkIns: [] });

export const emptyWeek = (): StatsSnapshot => weekStats({ today: MONDAY, isThisWeekUsed: false, done: [] });

export const pausedWeek = (): StatsSnapshot =>
  weekStats({ today: THURSDAY, recording: { kind: 'paused', until: null, untilText: '' } });

export const notStarted = (): StatsSnapshot =>
  weekStats({
    pastWeeks: 0,
    isThisWeekUsed: false,
    done: [],
    checkIns: [],
    recording: {
      kind: 'notStarted',
      folder: '/home/you/.config/Code/User/globalStorage/andon.andon',
      isDeferred: false,
    },
  });

export const unavailable = (): StatsSnapshot =>
  weekStats({
    pastWeeks: 0,
    isThisWeekUsed: false,
    done: [],
    checkIns: [],
    recording: {
      kind: 'unavailable',
      reason: 'The folder for the record cannot be written to.',
      remedy: 'Make it writable, or give VS Code another user data folder, then reload the window.',
    },
  });

const LONG = 'endless '.repeat(1_250);

/** Names that nothing should have, wherever a name can stand. */
export const hostileWeek = (): StatsSnapshot =>
  weekStats({
    names: [...HOSTILE, LONG],
    done: [...HOSTILE, LONG].map((title, i) => ({
      ...doneItem(16 + (i % 6), title, 100 * i, i % 2 === 0 ? 60_000 : null),
      key: i === 0 ? HOSTILE[0]! : `A-${i}`,
    })),
    checkIns: [...HOSTILE.slice(0, 5), LONG].map((sentence, i) => ({
      date: addDays(MONDAY, i),
      energy: 'high',
      flow: 'low',
      satisfaction: 'fine',
      sentence,
    })),
  });

export const busyDay = (): StatsSnapshot => dayStats({ today: THURSDAY });

export const pastDay = (): StatsSnapshot => dayStats({}, '2026-11-17');

export const emptyDay = (): StatsSnapshot => dayStats({ isThisWeekUsed: false, today: THURSDAY });

export const hostileDay = (): StatsSnapshot => dayStats({ names: HOSTILE, piecesADay: 30 }, '2026-11-17');

/** A day in two thousand pieces. */
export const crowdedDay = (): StatsSnapshot => dayStats({ pastWeeks: 0, piecesADay: 2_000 }, '2026-11-17');
