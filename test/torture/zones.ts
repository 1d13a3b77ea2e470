import { zoneCalendar, type LocalDay } from '../../src/core/activity/calendar.ts';
import type { Span } from '../../src/core/activity/span.ts';
import { computeDays } from '../../src/core/stats/computeDays.ts';
import { openStore } from '../../src/store/open.ts';
import { figure } from '../../src/cli/bench/figures.ts';
import type { Ordeal } from './ordeal.ts';

/** Clock changes at midnight, by half an hour, on both halves of the earth, near the date line, and none. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
] as const;

const RULES = { idleAfterMs: 300_000 };
/** Shortly before Santiago's clocks go back; Berlin's have just gone forward. */
const BEGIN = Date.UTC(2026, 2, 27, 3);
const DAY_MS = 86_400_000;
const STEP_MS = 4 * 60_000;
/** From midnight in UTC on, which is another time of day in each zone; without it all days would hang together. */
const PAUSE_MS = 3 * STEP_MS;

/** Work day and night, with one short pause, in ten zones over the changes of their clocks. */
export const tortureZones: Ordeal = async (_folder, { zoneDays }) => {
  let missing = 0;
  let wrong = 0;
  let changed = 0;
  for (const zone of ZONES) {
    const calendar = zoneCalendar(zone);
    const store = await openStore(':memory:');
    const end = BEGIN + zoneDays * DAY_MS;
    const spans: Span[] = [];
    for (let start = BEGIN; start < end; start += STEP_MS) {
      if (start % DAY_MS >= PAUSE_MS) spans.push(lookAt(start, calendar.offsetAt(start)));
    }
    store.write({ spans, facts: [], tallies: [], touched: { start: BEGIN, end } });
    let active = 0;
    for (let time = BEGIN; time < end;) {
      const day = calendar.dayAt(time);
      const computed = computeDays(store.slice(day.start, day.end, RULES.idleAfterMs).slice, calendar, RULES);
      active += computed.find(({ date }) => date === day.date)?.activeMs ?? 0;
      if (!isWholeDay(day, zone)) wrong++;
      if (day.end - day.start !== DAY_MS) changed++;
      time = day.end;
    }
    missing += Math.abs(spans.length * STEP_MS - active);
    store.close();
  }
  return [
    figure(`${ZONES.length} zones: days with another length than 24 h`, changed, 'days', null),
    figure(`${ZONES.length} zones: time lost or counted twice`, missing, 'ms', 0),
    figure(`${ZONES.length} zones: days that do not begin and end at midnight`, wrong, 'days', 0),
  ];
};

/** A span that reaches to where the next begins. */
function lookAt(start: number, offset: number): Span {
  const doc = { project: 'shop', path: 'src/a.ts', language: 'typescript' };
  const place = { window: 'w1', doc, project: 'shop', branch: 'main', offset };
  return {
    id: 0,
    start,
    end: start + STEP_MS,
    activity: 'reading',
    ...place,
    edits: 0,
    inserted: 0,
    deleted: 0,
    lulls: [],
  };
}

/** As another source has it: the date is the day's from its first to its last instant, and another on both sides. */
function isWholeDay({ date, start, end }: LocalDay, zone: string): boolean {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const dates = [start - 1, start, end - 1, end].map(time => format.format(time));
  return dates[0] !== date && dates[1] === date && dates[2] === date && dates[3] !== date;
}
