import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { addItem } from '../../../src/core/queue/actions.ts';
import { quickAdd } from '../../../src/core/queue/quickAdd.ts';
import { readRules } from '../../../src/core/rules/readRules.ts';
import { readSettings } from '../../../src/core/settings.ts';
import { backtest } from '../../../src/runtime/backtest.ts';
import { recordSignals } from '../../../src/runtime/recordSignals.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { FIRST_DAY, onDay, PLANTED_ZONE } from './dates.ts';
import { HOUR } from './developer.ts';
import { BUDGET_MINUTES, isBudgeted } from './patterns/queue.ts';
import { PLANTED_SETTINGS } from './replayYear.ts';
import type { Found } from './score.ts';
import type { PlantedYear } from './year.ts';

/** Rules that need what no log says: the budgets of items. */
const OF_THE_QUEUE = ['queue/over-budget'];

/** Records a year in a store, with the budgets of its items in the queue, and lets a backtest find what it finds. */
export async function backtestYear({ signals }: Pick<PlantedYear, 'signals'>): Promise<Found[]> {
  const calendar = zoneCalendar(PLANTED_ZONE);
  const store = await openStore(':memory:');
  recordSignals(signals, {
    write: batch => store.write(batch),
    offsetAt: time => calendar.offsetAt(time),
  });
  const items = signals.map(signal => (signal.kind === 'queue' ? signal.item : '')).filter(isBudgeted);
  for (const item of new Set(items)) addBudgeted(store, item);

  const { settings } = readSettings(key => PLANTED_SETTINGS[key]);
  const rules = readRules(settings).rules.filter(({ rule }) => OF_THE_QUEUE.includes(rule.id));
  const now = (signals.at(-1)?.at ?? 0) + HOUR;
  const result = await backtest(
    { store, calendar },
    { rules, settings, from: -Infinity, now },
    {
      yieldTurn: () => Promise.resolve(),
      onProgress: () => undefined,
      isAborted: () => false,
      onFailure: (rule, error) => {
        throw new Error(rule, { cause: error });
      },
    },
  );
  store.close();
  return (result?.findings ?? []).map(finding => ({ ...finding, to: finding.to ?? now }));
}

function addBudgeted(store: Store, item: string): void {
  store.tasks.change((items, newKey) =>
    addItem(items, quickAdd(`Something of an hour ~${BUDGET_MINUTES}m`, FIRST_DAY), {
      id: item,
      key: newKey(),
      project: null,
      at: onDay(0, 8),
    }),
  );
}
