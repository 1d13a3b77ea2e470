import type { RecordedView, RecordView } from '../../src/core/messages/recorded.ts';
import type { LastRows } from '../../src/core/record/rowKinds.ts';
import { HOSTILE } from './hostileNames.ts';

const MB = 1024 * 1024;
const FOLDER = '/home/you/.config/Code/User/globalStorage/andon.andon';

const SPANS: LastRows = {
  kind: 'spans',
  count: 12_345,
  columns: ['id', 'start', 'until', 'seconds', 'activity', 'project', 'path', 'language', 'branch', 'edits'],
  rows: [0, 1, 2, 3, 4].map(i => [
    ...[12_345 - i, `2026-11-22 15:1${4 - i}:20`, `2026-11-22 15:1${4 - i}:58`, 38.2 - i],
    ...['coding', 'shop', 'src/cart/basketTotals.ts', 'typescript', 'feature/A-12-login', 14 + i],
  ]),
};
const EVENTS: LastRows = {
  kind: 'events',
  count: 2,
  columns: ['id', 'at', 'kind', 'detail', 'project', 'path', 'branch', 'window'],
  rows: [
    [902, '2026-11-22 15:02:11', 'git', '{"event":"commit","repo":"shop"}', 'shop', null, 'main', 'w1'],
    [901, '2026-11-22 15:01:40', 'task', '{"group":"test","exitCode":0}', 'shop', null, 'main', 'w1'],
  ],
};
const none = (kind: LastRows['kind']): LastRows => ({ kind, count: 0, columns: ['start'], rows: [] });

const KINDS: readonly LastRows[] = [
  ...[SPANS, none('edits'), EVENTS, none('named_times'), none('sessions'), none('tasks')],
  {
    kind: 'check_ins',
    count: 1,
    columns: ['date', 'energy', 'flow', 'satisfaction', 'sentence'],
    rows: [['2026-11-20', 'fine', null, 'high', 'A calm day, and the login is done.']],
  },
];

const RECORD: RecordView = {
  since: '2026-03-03',
  bytes: 3.4 * MB,
  backups: { count: 9, bytes: 21.2 * MB },
  setAside: { count: 0, bytes: 0 },
  kinds: KINDS,
};

export function recordedView(overrides: Partial<RecordedView> = {}): RecordedView {
  return {
    at: Date.parse('2026-11-22T14:15:00Z'),
    atText: '15:15',
    recording: { kind: 'recording' },
    workspace: 'recorded',
    folder: FOLDER,
    record: RECORD,
    folders: [],
    globs: [],
    keepMonths: 0,
    ...overrides,
  };
}

const UNAVAILABLE = {
  kind: 'unavailable',
  reason: 'The disk is full, so the record cannot be written.',
  remedy: 'Free some space; recording goes on by itself.',
} as const;

const HOSTILE_ROWS: LastRows = {
  kind: 'tasks',
  count: HOSTILE.length,
  columns: ['key', 'title'],
  rows: HOSTILE.map((name, i) => [`A-${i}`, name]),
};

/** Every state of the page “What is recorded”, by name. */
export const RECORDED_STATES: Readonly<Record<string, () => RecordedView>> = {
  recorded: recordedView,
  recordedPaused: () =>
    recordedView({
      recording: { kind: 'paused', until: 1, untilText: 'until 15:40' },
      keepMonths: 12,
      folders: ['/home/you/private'],
      globs: ['*.env', 'clients/acme'],
      record: { ...RECORD, setAside: { count: 1, bytes: 4 * MB } },
    }),
  recordedLeftOut: () => recordedView({ workspace: 'leftOut' }),
  recordedEmpty: () =>
    recordedView({
      record: {
        ...{ since: null, bytes: 40_960, backups: { count: 0, bytes: 0 }, setAside: { count: 0, bytes: 0 } },
        kinds: KINDS.map(({ kind }) => none(kind)),
      },
    }),
  recordedNotStarted: () =>
    recordedView({
      record: null,
      recording: { kind: 'notStarted', folder: FOLDER, isDeferred: false },
    }),
  recordedUnavailable: () => recordedView({ record: null, recording: UNAVAILABLE }),
  recordedUnreadable: () => recordedView({ record: null }),
  recordedHostile: () =>
    recordedView({ record: { ...RECORD, kinds: [HOSTILE_ROWS] }, folders: HOSTILE, globs: HOSTILE }),
};
