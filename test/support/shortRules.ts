import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { readRules } from '../../src/core/rules/readRules.ts';
import { readSettings } from '../../src/core/settings.ts';
import { backtest } from '../../src/runtime/backtest.ts';
import type { Store } from '../../src/store/store.ts';

/** Rules that find something in short logs; what they measure takes every way through the reader. */
export const SHORT_SETTINGS: Readonly<Record<string, unknown>> = {
  rules: {
    'rest/no-break': { after: '20m', break: '2m' },
    'switching/ping-pong': { switches: 3 },
    'switching/two-files': { switches: 4 },
    'stuck/failing-run': { times: 2 },
    'offer/long-read': { after: '10m' },
    'waiting/builds': { sum: '2m' },
    'risk/uncommitted': { characters: 500 },
    'rest/late-work': { after: '10m' },
    'queue/too-many': { items: 2 },
    'offer/unprotected-flow': { after: '5m', pause: '1m' },
  },
  customRules: [
    { id: 'mine/active', when: { sum: 'ms', of: 'activeTime', over: '10m', gte: '4m' }, message: '{value}' },
    {
      id: 'mine/edits',
      when: { sum: 'edits', of: 'edit', over: '10m', by: 'file', gte: 2 },
      keepFiringFor: '5m',
      message: '{value}',
    },
    {
      id: 'mine/spans',
      when: { sum: 'ms', of: 'span', over: '15m', by: 'project', gte: '1m' },
      message: '{value}',
    },
    { id: 'mine/pauses', when: { count: 'pause', over: '20m', gte: 2 }, for: '2m', message: '{count}' },
    { id: 'mine/gap', when: { longestGap: 'runStart', over: '30m', gte: '4m' }, message: '{value}' },
    { id: 'mine/since', when: { timeSince: 'debug', over: '1h', lt: '3m' }, message: '{value}' },
    {
      id: 'mine/kinds',
      when: { distinct: 'activity', of: 'activeTime', over: '15m', gte: 3 },
      message: '{count}',
    },
    { id: 'mine/away', when: { count: 'away', over: '30m', gte: 1 }, message: '{count}' },
    {
      id: 'mine/share',
      when: {
        ratio: [
          { sum: 'ms', of: 'activeTime', where: { activity: 'reading' } },
          { sum: 'ms', of: 'activeTime' },
        ],
        over: '15m',
        gt: 0.5,
      },
      message: '{value}',
    },
  ],
};
const { settings } = readSettings(key => SHORT_SETTINGS[key]);
export const SHORT_RULES = { settings, ...readRules(settings) };

/** What the rules find in all of a record, up to `now`. Days are UTC days. */
export async function findingsOf(
  store: Store,
  now: number,
  { rules } = SHORT_RULES as Pick<typeof SHORT_RULES, 'rules'>,
): Promise<readonly Finding[]> {
  const result = await backtest(
    { store, calendar: zoneCalendar('UTC') },
    { rules, settings, from: -Infinity, now },
    {
      yieldTurn: () => Promise.resolve(),
      onProgress: () => undefined,
      isAborted: () => false,
      onFailure: failTest,
    },
  );
  return result?.findings ?? [];
}

/** For who expects no rule to fail. */
export function failTest(rule: string, error: unknown): never {
  throw new Error(rule, { cause: error });
}
