import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { Fact } from '../../src/core/activity/facts.ts';
import { correctSpans, NO_CORRECTION, type Correction } from '../../src/core/activity/correction.ts';
import { ACTIVITIES, type Span } from '../../src/core/activity/span.ts';
import { dayRows } from '../../src/core/audit/dayRows.ts';
import type { RecordFilter } from '../../src/core/audit/filterSchema.ts';
import { PAGE_ROWS } from '../../src/core/audit/row.ts';
import type { FirstRows, RecordDay, RecordPage, RecordView } from '../../src/core/messages/record.ts';
import type { StatsSnapshot } from '../../src/core/messages/stats.ts';
import { addDays } from '../../src/core/queue/plainDate.ts';
import { computeDays } from '../../src/core/stats/computeDays.ts';
import type { ItemNames } from '../../src/core/stats/itemNames.ts';
import { HOSTILE } from './hostileNames.ts';

/** The record as the list shows it, made by the code that makes the real one from some days of spans. */

const ZONE = 'Europe/Berlin';
const MINUTE = 60_000;
const CALENDAR = zoneCalendar(ZONE);
const OPTIONS = { deepBlockMs: 25 * MINUTE, idleAfterMs: 5 * MINUTE };
const TODAY = '2026-11-22';
const NAMES = ['shop', 'tools', 'handbook'];
const PATHS = [
  'src/cart/totals.ts',
  'src/cart/Cart.tsx',
  'test/cart.test.ts',
  'README.md',
  'docs/release notes.md',
];

const ITEMS: ItemNames = { nameOfItem: id => ({ key: id, title: '' }), isExploration: () => false };

interface Made {
  readonly filter?: RecordFilter;
  readonly days?: number;
  readonly spansADay?: number;
  readonly names?: readonly string[];
  /** Of the spans, counted from the first of each day. */
  readonly correctionOf?: (index: number) => Correction | undefined;
  readonly view?: Partial<RecordView>;
}

export function recordStats(made: Made = {}): StatsSnapshot {
  return {
    at: Date.parse(`${TODAY}T15:00:00Z`),
    today: TODAY,
    recording: { kind: 'recording' },
    range: { kind: 'record', record: recordView(made) },
  };
}

export function recordView(made: Made = {}): RecordView {
  const { filter = {}, days: count = 3 } = made;
  const days: RecordDay[] = [];
  const pages: RecordPage[] = [];
  for (let ago = 0; ago < count; ago++) {
    const date = addDays(TODAY, -ago);
    const rows = rowsOf(date, made);
    if (rows.length === 0) continue;
    const ms = rows.reduce((sum, row) => sum + (row.kind === 'span' ? row.countedMs : 0), 0);
    days.push([date, rows.length, ms]);
    for (let page = 0; page * PAGE_ROWS < rows.length; page++)
      pages.push({ date, page, rows: rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS) });
  }
  return {
    ...{ filter, zone: ZONE, days, lookedTo: null, pages: pages.slice(0, 12) },
    ...{ selected: null, undo: null, redo: null, projects: NAMES },
    ...made.view,
  };
}

/** The first of some days' rows, as they are shown beside what they are behind. */
export function firstRows(made: Made = {}, most = 8): FirstRows {
  const { filter, zone, days, pages } = recordView({ days: 1, ...made });
  let room = most;
  const shown = pages.flatMap(page => {
    const rows = page.rows.slice(0, room);
    room -= rows.length;
    return rows.length > 0 ? [{ ...page, rows }] : [];
  });
  return { filter, zone, days: shown, count: days.reduce((sum, [, rows]) => sum + rows, 0) };
}

function rowsOf(date: string, made: Made) {
  const { filter = {}, spansADay = 30, names = NAMES, correctionOf = () => undefined } = made;
  const bounds = CALENDAR.dayAt(Date.parse(`${date}T12:00:00Z`));
  const recorded = spansOf(bounds.start + 9 * 60 * MINUTE, spansADay, names);
  const corrections = new Map(recorded.map(({ id }, index) => [id, correctionOf(index)]));
  const facts = factsOf(recorded, names);
  const spans = correctSpans(recorded, ({ id }) => corrections.get(id));
  const [day] = computeDays({ spans, facts, tallies: [] }, CALENDAR, OPTIONS);
  return dayRows(
    {
      ...{ day, facts, tallies: [], commits: [], items: ITEMS, deepBlockMs: OPTIONS.deepBlockMs },
      spans: recorded.map(span => ({ span, correction: corrections.get(span.id) })),
    },
    filter,
  );
}

function spansOf(from: number, count: number, names: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < count; i++) {
    const start = (spans.at(-1)?.end ?? from) + ((i * 37) % 11) * 20_000;
    const project = i % 13 === 12 ? null : (names[Math.floor(i / 7) % names.length] ?? null);
    const path = PATHS[i % PATHS.length] ?? '';
    spans.push({
      id: start,
      window: i % 9 === 8 ? 'w2' : 'w1',
      start,
      end: start + ((i * 53) % 17) * 15_000,
      activity: ACTIVITIES[(i * 3) % 4] ?? 'coding',
      doc:
        project === null
          ? null
          : { project, path, language: path.endsWith('md') ? 'markdown' : 'typescript' },
      project,
      branch: project === null ? null : 'feature/A-12-totals',
      ...{ offset: 60, edits: (i * 5) % 12, inserted: i * 9, deleted: i, lulls: [] },
    });
  }
  return spans;
}

function factsOf(spans: readonly Span[], names: readonly string[]): Fact[] {
  const place = { window: 'w1', project: names[0] ?? null, branch: 'main', path: null };
  const [first, , , fourth] = spans;
  return [
    ...(first ? [{ ...place, at: first.start, kind: 'queue', item: 'A-12', phase: 'start' } as const] : []),
    ...(fourth
      ? [
          {
            ...place,
            at: fourth.end,
            kind: 'git',
            event: 'commit',
            repo: names[0] ?? '',
            hash: 'ab',
          } as const,
          {
            ...place,
            at: fourth.end,
            kind: 'terminal',
            class: 'test',
            phase: 'end',
            exitCode: 1,
            id: '1',
          } as const,
        ]
      : []),
  ];
}

const corrections: readonly (Correction | undefined)[] = [
  { ...NO_CORRECTION, isHidden: true },
  undefined,
  { ...NO_CORRECTION, project: 'tools' },
  undefined,
  { ...NO_CORRECTION, item: 'A-7' },
];
const someCorrected = (index: number) => corrections[index % 10];

export const record = () => recordStats();
export const recordBehind = () =>
  recordStats({ filter: { behind: 'Active', from: TODAY, to: TODAY, isCounted: true }, days: 1 });
/** Half an hour of it, of the switches of a suggestion. */
export const recordTimes = () => {
  const start = CALENDAR.dayAt(Date.parse(`${TODAY}T12:00:00Z`)).start + 9.5 * 60 * MINUTE;
  const countedAs = { name: 'runs (test or build, failed)', of: 'span', fields: [] };
  const times = { start, end: start + 30 * MINUTE };
  return recordStats({
    filter: { behind: 'runs (test or build, failed)', from: TODAY, to: TODAY, times, countedAs },
    days: 1,
  });
};
export const recordEvents = () => recordStats({ filter: { kinds: ['span', 'event', 'switch', 'idle'] } });
export const recordCorrected = () =>
  recordStats({
    filter: { isCorrected: true },
    correctionOf: someCorrected,
    view: { undo: 'Delete 3 spans', redo: 'Give 1 span to tools' },
  });
export const recordLooking = () => recordStats({ view: { lookedTo: '2024-02-29' } });
export const recordEmpty = () => recordStats({ days: 0 });
export const recordUnmatched = () => recordStats({ days: 0, filter: { words: 'nothing like it' } });
export const recordHostile = () => recordStats({ names: HOSTILE, correctionOf: someCorrected });
/** Ten years of days, of which only the first are read. */
export const recordLong = () =>
  recordStats({
    view: {
      days: Array.from({ length: 3650 }, (_, ago): RecordDay => [addDays(TODAY, -ago), 830, null]),
    },
  });
