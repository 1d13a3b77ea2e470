import { readFileSync } from 'node:fs';
import type { RecordFilter } from '../../src/core/audit/filterSchema.ts';
import type {
  TrialNudge,
  TrialResult,
  TrialSide,
  TrialState,
  TuningView,
} from '../../src/core/messages/tuning.ts';
import type { RecordSoFar } from '../../src/core/rules/neededDays.ts';
import { readSettings, type SettingKey } from '../../src/core/settings.ts';
import { ruleViews } from '../../src/core/tuning/ruleViews.ts';
import { settingViews, type SettingTexts } from '../../src/core/tuning/settingViews.ts';
import { HOSTILE } from './hostileNames.ts';
import type { Shown } from './panelUnderTest.ts';
import { firstRows } from './recordSnapshots.ts';

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, SettingTexts>> };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { properties } = manifest.contributes.configuration;

/** The page's view of settings as the user has written them. */
export function tuningView(
  written: Readonly<Record<string, unknown>> = {},
  overrides: Partial<TuningView> = {},
  so: RecordSoFar | null = null,
): TuningView {
  const { settings } = readSettings(key => written[key]);
  return {
    recording: { kind: 'recording' },
    ...ruleViews(settings, so),
    settings: settingViews(
      key => properties[`andon.${key}`],
      (key: SettingKey) => ({ user: written[key], workspace: undefined }),
    ),
    wanted: null,
    ...overrides,
  };
}

/** Two days of record. */
const YOUNG: RecordSoFar = {
  since: Date.parse('2026-11-21T09:00Z'),
  now: Date.parse('2026-11-22T12:00Z'),
  weekStart: Date.parse('2026-11-16'),
  pastDays: [Date.parse('2026-11-21')],
};

const DATES = Array.from({ length: 30 }, (_, i) =>
  new Date(Date.parse('2026-10-24') + i * 86_400_000).toISOString().slice(0, 10),
);

/** An hour of a day, and what is looked for in it. */
export function filterOf(date: string): RecordFilter {
  const start = Date.parse(`${date}T09:22:00Z`);
  const times = { start, end: start + 1_200_000 };
  return { behind: 'switches', from: date, to: date, times, kinds: ['switch'] };
}

export function trialNudge(date: string, minute: number, overrides: Partial<TrialNudge> = {}): TrialNudge {
  return {
    date,
    minute,
    time: `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`,
    how: 'In the panel, at once, since the panel interrupts nothing.',
    message: '9 switches in 20 min.',
    explanation: {
      definition: '',
      terms: [
        { label: 'Measured: switches', value: '9' },
        { label: 'Told', value: 'from 8 on' },
        { label: 'Looked at', value: '10:22 to 10:42' },
      ],
      setting: null,
      source: { label: 'Show it in the record', filter: filterOf(date) },
    },
    ...overrides,
  };
}

export function trialSide(overrides: Partial<TrialSide> = {}): TrialSide {
  return { count: 0, missed: 0, ofAll: 24, isOff: false, silence: null, ...overrides };
}

/** A rule that would have come on most working days, and with the other threshold on few. */
export function trialResult(overrides: Partial<TrialResult> = {}): TrialState {
  const working = DATES.filter(date => ![0, 6].includes(new Date(date).getUTCDay()));
  const rows = working.flatMap((date, i) => [
    {
      before: trialNudge(date, 560 + ((i * 67) % 400)),
      after: i % 3 === 0 ? trialNudge(date, 566 + ((i * 67) % 400)) : null,
    },
    ...(i % 4 === 1 ? [{ before: trialNudge(date, 1020 - i * 5), after: null }] : []),
  ]);
  return {
    kind: 'done',
    dates: DATES,
    before: trialSide({ count: rows.length, ofAll: 41 }),
    after: trialSide({ count: rows.filter(({ after }) => after).length, ofAll: 22 }),
    rows,
    ...overrides,
  };
}

const PING_PONG = 'switching/ping-pong';
const EDITED = JSON.stringify({ level: 'panel', options: { switches: 12, over: '20m' } });

/** A rule that is open, and is tried with another threshold. */
const tried = (trial: TrialState, tuning = tuningView()): Shown => ({
  tuning,
  trial,
  kept: { toggled: ['trial'], chosen: { rule: PING_PONG, [`draft:${PING_PONG}`]: EDITED } },
});
const opened = (rule: string, tuning = tuningView(), draft = ''): Shown => ({
  tuning,
  kept: { chosen: { rule, [`draft:${rule}`]: draft } },
});

/** A nudge is open. */
const behind = (nudge: string): Shown => ({
  ...tried(trialResult()),
  kept: {
    toggled: ['trial', `nudge:${nudge}`],
    chosen: { rule: PING_PONG, [`draft:${PING_PONG}`]: EDITED },
  },
});
const ON_BOTH_SIDES = '2026-11-19 566/2026-11-19 572';
const AS_IT_IS_SET = '2026-11-20 633/';

const OWN = {
  id: 'mine/many-commits',
  when: { count: 'git', where: { kind: 'commit' }, over: '1h', gte: 5 },
  message: '{count} commits in {over}.',
};

/** Every state of the page that tunes rules and settings, by name. */
export const TUNING_STATES: Readonly<Record<string, () => Shown>> = {
  tuning: () => ({ tuning: tuningView() }),
  tuningRule: () => opened(PING_PONG),
  tuningTried: () => tried(trialResult()),
  tuningUnedited: () => ({
    tuning: tuningView(),
    trial: trialResult({ after: null }),
    kept: { toggled: ['trial'], chosen: { rule: PING_PONG } },
  }),
  tuningRunning: () => tried({ kind: 'running', done: 0.4 }),
  tuningNothing: () => tried(trialResult({ before: trialSide(), after: trialSide(), rows: [] })),
  tuningNeedsDays: () =>
    tried(
      trialResult({
        dates: DATES.slice(-4),
        before: trialSide(),
        after: trialSide({
          silence: 'It needs 6 more days of record before it can say anything.',
        }),
        rows: [],
      }),
    ),
  tuningFailed: () => tried({ kind: 'failed' }),
  tuningNoRecord: () =>
    tried(
      { kind: 'noRecord' },
      tuningView({}, { recording: { kind: 'notStarted', folder: '/home/you', isDeferred: false } }),
    ),
  tuningChanged: () =>
    opened(
      PING_PONG,
      tuningView({
        rules: {
          [PING_PONG]: { level: 'toast', switches: 12, over: 'soon' },
          'rest/no-break': 'off',
          'no/rule': 'off',
        },
      }),
    ),
  tuningOutOfBounds: () =>
    opened(PING_PONG, tuningView(), JSON.stringify({ options: { switches: 2, over: 'an hour' } })),
  tuningYoung: () => ({
    tuning: tuningView({ customRules: [{ ...OWN, when: { ...OWN.when, over: '3d' } }] }, {}, YOUNG),
  }),
  tuningOwn: () => opened('custom:0', tuningView({ customRules: [OWN, { id: 'mine/broken' }] })),
  tuningOwnBroken: () => ({
    ...opened('custom:1', tuningView({ customRules: [OWN, { id: 'mine/broken' }] })),
    checked: { id: null, faults: ['when must be an object in braces.', 'message must be a text in quotes.'] },
  }),
  tuningBehind: () => behind(ON_BOTH_SIDES),
  tuningRows: () => ({ ...behind(AS_IT_IS_SET), rows: firstRows({ filter: { kinds: ['switch'] } }) }),
  /** Spans, of more than one day, and more than there is room for. */
  tuningManyRows: () => ({
    ...behind(AS_IT_IS_SET),
    rows: {
      ...firstRows({ days: 2, spansADay: 6 }),
      filter: { from: '2026-11-21', to: '2026-11-22' },
      count: 112,
    },
  }),
  tuningNoRows: () => ({ ...behind(AS_IT_IS_SET), rows: firstRows({ days: 0 }) }),
  tuningNew: () => opened('custom:new', tuningView(), '{ "id": "mine/new",\n  "when": }'),
  tuningSettings: () => ({ tuning: tuningView(), kept: { chosen: { tuning: 'settings' } } }),
  tuningSettingsChanged: () => ({
    tuning: tuningView({ 'idle.after': 8, 'nudges.learning': true, 'record.exclude': ['*.env'] }),
    kept: { chosen: { tuning: 'settings' } },
  }),
  tuningHostile: () => ({
    ...opened(
      'custom:0',
      tuningView({ customRules: HOSTILE.map((message, i) => ({ ...OWN, id: `mine/rule-${i}`, message })) }),
    ),
    trial: trialResult({
      rows: HOSTILE.map((message, i) => ({
        before: trialNudge(DATES[i] ?? '', 600, { message }),
        after: null,
      })),
    }),
    kept: { toggled: ['trial'], chosen: { rule: 'custom:0' } },
  }),
};
