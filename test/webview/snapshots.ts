import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { Fact, Tally } from '../../src/core/activity/facts.ts';
import type { AwayKind } from '../../src/core/activity/signal.ts';
import type { Activity, Span } from '../../src/core/activity/span.ts';
import type { FocusView, SessionView } from '../../src/core/messages/focus.ts';
import type { RecordingState, Snapshot } from '../../src/core/messages/panel.ts';
import type { SessionStretch } from '../../src/core/messages/today.ts';
import { computeDays } from '../../src/core/stats/computeDays.ts';
import type { Day } from '../../src/core/stats/day.ts';
import { deepWeekView, type DeepDay } from '../../src/core/stats/deepWeek.ts';
import { NO_ITEMS } from '../../src/core/stats/itemNames.ts';
import { deepMs } from '../../src/core/stats/measures.ts';
import { NO_RESULTS } from '../../src/core/stats/results.ts';
import { todayView } from '../../src/core/stats/today.ts';
import { HOSTILE } from './hostileNames.ts';
import { glance } from './statsSnapshots.ts';

/** Snapshots to show, made by the code that makes the real ones. */

const ZONE = 'Europe/Berlin';
const MINUTE = 60_000;
const IDLE_AFTER = 5 * MINUTE;
const DEEP_BLOCK = 25 * MINUTE;
/** Local midnight of Sunday, 22 November 2026. */
const MIDNIGHT = Date.UTC(2026, 10, 21, 23);

/** "9:05" of the day, in epoch milliseconds. */
export function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return MIDNIGHT + (hours * 60 + minutes) * MINUTE;
}

export const READY: Extract<FocusView, { kind: 'ready' }> = {
  kind: 'ready',
  minutes: 25,
  review: null,
  offer: null,
  item: null,
};

interface Stint {
  readonly from: string;
  readonly to: string;
  readonly activity: Activity;
  readonly project?: string | null;
  readonly language?: string | null;
}

interface Named {
  readonly from: string;
  readonly to: string;
  readonly as: AwayKind;
}

export function snapshotOf(
  stints: readonly Stint[],
  options: {
    now?: string;
    named?: readonly Named[];
    edits?: number;
    sessions?: readonly SessionStretch[];
    recording?: RecordingState;
    focus?: FocusView;
  } = {},
): Snapshot {
  const at = clock(options.now ?? '15:12');
  const calendar = zoneCalendar(ZONE);
  const facts = (options.named ?? []).map(awayFact);
  const tallies = options.edits === undefined ? [] : [tally(options.edits)];
  const local = calendar.dayAt(at);
  const days = computeDays({ spans: stints.map(toSpan), facts, tallies }, calendar, {
    idleAfterMs: IDLE_AFTER,
  });
  const day = days.find(({ date }) => date === local.date);
  return {
    at,
    recording: options.recording ?? { kind: 'recording' },
    workspace: 'recorded',
    focus: options.focus ?? (options.recording ? { kind: 'none' } : READY),
    deepWeek: deepWeekView(deepDays(day), { deepBlockMs: DEEP_BLOCK, planHours: 12 }),
    today: todayView(
      day,
      local,
      ZONE,
      { deepBlockMs: DEEP_BLOCK, idleAfterMs: IDLE_AFTER },
      { items: NO_ITEMS, results: NO_RESULTS, usual: null, sessions: options.sessions ?? [] },
    ),
    week: null,
    checkIn: null,
    nudges: null,
    away: null,
  };
}

/** A week until Sunday, of which the last day is computed. */
function deepDays(day: Day | undefined): DeepDay[] {
  const past = [95, 0, 130, 62, 48, 0].map((minutes, i) => ({
    date: `2026-11-${16 + i}`,
    deepMs: minutes * MINUTE,
  }));
  return [...past, { date: '2026-11-22', deepMs: deepMs(day?.blocks ?? [], DEEP_BLOCK) }];
}

function toSpan({ from, to, activity, project = 'andon', language = 'typescript' }: Stint, i: number): Span {
  const doc = language === null ? null : { project, path: `src/${i}`, language };
  return {
    id: i + 1,
    window: 'w1',
    start: clock(from),
    end: clock(to),
    activity,
    doc,
    project,
    branch: 'main',
    offset: 60,
    edits: 0,
    inserted: 0,
    deleted: 0,
    lulls: [],
  };
}

function awayFact({ from, to, as }: Named): Fact {
  const place = { at: clock(to), window: 'w1', project: null, branch: null, path: null };
  return { ...place, kind: 'away', start: clock(from), end: clock(to), as };
}

function tally(typed: number): Tally {
  const where = { window: 'w1', project: 'andon', path: 'src/a.ts', language: 'typescript', branch: 'main' };
  return { ...where, from: clock('9:00'), typed, bulk: 31, undo: 12, program: 130, inserted: 0, deleted: 0 };
}

const MORNING: readonly Stint[] = [
  { from: '8:06', to: '8:40', activity: 'coding' },
  { from: '8:40', to: '8:47', activity: 'reading' },
  { from: '8:48', to: '9:24', activity: 'coding' },
  { from: '9:25', to: '9:41', activity: 'reviewing', project: 'website', language: 'markdown' },
  { from: '9:44', to: '10:05', activity: 'coding', language: 'css' },
  { from: '10:54', to: '11:20', activity: 'coding' },
  { from: '11:20', to: '11:24', activity: 'testing', language: null },
  { from: '11:25', to: '11:50', activity: 'debugging' },
  { from: '11:51', to: '12:12', activity: 'coding' },
];

const AFTERNOON: readonly Stint[] = [
  { from: '13:18', to: '13:36', activity: 'reading', project: 'website', language: 'html' },
  { from: '13:38', to: '13:54', activity: 'coding', language: 'json' },
  { from: '14:00', to: '14:04', activity: 'building', language: null },
  { from: '14:05', to: '14:12', activity: 'testing', language: null },
  { from: '14:14', to: '14:36', activity: 'coding', project: 'tools', language: 'python' },
  { from: '14:54', to: '15:00', activity: 'terminal', project: 'tools', language: null },
  { from: '15:01', to: '15:12', activity: 'coding' },
];

export const busy = (): Snapshot =>
  snapshotOf([...MORNING, ...AFTERNOON], {
    named: [{ from: '10:05', to: '10:54', as: 'meeting' }],
    edits: 1_204,
  });

/** As `busy`, some minutes later. */
export const busyLater = (): Snapshot =>
  snapshotOf([...MORNING, ...AFTERNOON, { from: '15:13', to: '15:20', activity: 'coding' }], {
    now: '15:20',
    named: [{ from: '10:05', to: '10:54', as: 'meeting' }],
    edits: 1_300,
  });

/** As `busy`, with a session that is not over. */
export const inSession = (session: Partial<SessionView> = {}): Snapshot => ({
  ...busy(),
  focus: {
    kind: 'session',
    review: null,
    session: {
      kind: 'countdown',
      plannedMs: 25 * MINUTE,
      elapsedMs: 7 * MINUTE,
      isPaused: false,
      series: '',
      intention: 'Idle rule: recompute history',
      item: null,
      interruptions: '1 switch, 2 losses of focus',
      ...session,
    },
  },
});

export const sessionPaused = (): Snapshot => inSession({ isPaused: true });

export const sessionOver = (): Snapshot => inSession({ elapsedMs: 26 * MINUTE, interruptions: '' });

export const inFlow = (): Snapshot =>
  inSession({ kind: 'flow', plannedMs: null, elapsedMs: 52 * MINUTE, intention: '' });

/** As `busy`, after a session that ended by itself. */
export const toReview = (intention = 'Idle rule: recompute history'): Snapshot => ({
  ...busy(),
  focus: {
    ...READY,
    review: { id: 7, text: '25 min are over', intention, interruptions: '1 switch, 2 losses of focus' },
  },
});

/** As `busy`, on a Thursday after eight weeks, with a plan for the week or without. */
export const withWeek = (planMs: number | null = 20 * 60 * MINUTE): Snapshot => ({
  ...busy(),
  week: glance({ today: '2026-11-19', planMs }),
});

export const firstWeek = (): Snapshot => ({
  ...busy(),
  week: glance({ today: '2026-11-17', pastWeeks: 0, planMs: null }),
});

export const empty = (): Snapshot => snapshotOf([]);

/** The first minute: one lone signal and a few seconds. */
export const firstMinute = (): Snapshot =>
  snapshotOf([{ from: '15:10', to: '15:11', activity: 'coding' }], { edits: 40 });

export const notStarted = (isDeferred = false): Snapshot =>
  snapshotOf([], {
    recording: {
      kind: 'notStarted',
      folder: '/home/you/.config/Code/User/globalStorage/andon.andon',
      isDeferred,
    },
  });

export const paused = (): Snapshot =>
  snapshotOf(MORNING, {
    now: '12:30',
    edits: 700,
    recording: { kind: 'paused', until: null, untilText: '' },
  });

export const pausedUntil = (): Snapshot => ({
  ...paused(),
  recording: { kind: 'paused', until: clock('13:15'), untilText: 'until 13:15' },
});

/** As `busy`, in a window whose folders are excluded. */
export const leftOut = (): Snapshot => ({ ...busy(), workspace: 'leftOut' });

export const unavailable = (): Snapshot =>
  snapshotOf([], {
    recording: {
      kind: 'unavailable',
      reason: 'The folder for the record cannot be written to.',
      remedy: 'Make it writable, or give VS Code another user data folder, then reload the window.',
    },
  });

const HOSTILE_SESSION = {
  kind: 'pomodoro',
  series: 'round 2 of 4',
  plannedMs: 180 * MINUTE,
  elapsedMs: 0,
  isPaused: true,
  interruptions: '1,204 switches, 30 losses of focus',
} as const;

const HOSTILE_ITEM = { id: 'i1', key: 'A-12', title: HOSTILE.join(' ') };

/** Names that no project should have, as projects and languages. */
export const hostile = (): Snapshot =>
  snapshotOf(
    HOSTILE.map((name, i) => ({
      from: `${8 + Math.floor(i / 2)}:${i % 2 === 0 ? '00' : '30'}`,
      to: `${8 + Math.floor(i / 2)}:${i % 2 === 0 ? '28' : '59'}`,
      activity: 'coding',
      project: name,
      language: name,
    })),
    {
      edits: 3,
      focus: {
        kind: 'session',
        review: null,
        session: { ...HOSTILE_SESSION, intention: HOSTILE.slice(0, 6).join(' '), item: HOSTILE_ITEM },
      },
    },
  );

/** A year's worth of switching in a day: 3,000 pieces. */
export function crowded(): Snapshot {
  const activities: readonly Activity[] = ['coding', 'reading', 'testing'];
  const stints = Array.from({ length: 3_000 }, (_, i): Stint => {
    const minute = 8 * 60 + i * 0.2;
    return {
      from: `0:${minute}`,
      to: `0:${minute + 0.2}`,
      activity: activities[i % 3] ?? 'coding',
      project: `project ${i % 7}`,
      language: `language ${i % 9}`,
    };
  });
  return snapshotOf(stints, { now: '18:05', edits: 20_000 });
}
