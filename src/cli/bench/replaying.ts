import { zoneCalendar } from '../../core/activity/calendar.ts';
import type { Signal } from '../../core/activity/signal.ts';
import { readSettings } from '../../core/settings.ts';
import { replay } from '../../runtime/replay.ts';
import { openStore } from '../../store/open.ts';
import { figure, type Measured } from './figures.ts';
import { BENCH_ZONE, workday, workdays } from './workday.ts';

/** A year of signals through the recorder, the store and the days, as `replay` does with a log that is read already. */
export async function benchReplay(): Promise<Measured[]> {
  const signals = workdays().flatMap(signalsOf);
  const store = await openStore(':memory:');
  const { settings } = readSettings(() => undefined);
  const began = performance.now();
  const { spans } = replay(signals, {
    write: batch => store.write(batch),
    slice: ({ start, end }) => store.slice(start, end, settings['idle.after'] * 60_000).slice,
    facts: ({ start, end }) => store.standingFacts(start, end),
    calendar: zoneCalendar(BENCH_ZONE),
    settings,
    onRuleFailure: (rule, error) => {
      throw new Error(rule, { cause: error });
    },
  });
  const ms = performance.now() - began;
  store.close();
  return [
    figure('replay of a year of signals', ms, 'ms', 1_000),
    figure('replay: signals', signals.length, 'signals', null),
    figure('replay: spans', spans, 'spans', null),
  ];
}

/** Each generated span as the two signals at its ends. */
function signalsOf(day: number): Signal[] {
  return workday(day).spans.flatMap(({ start, end, window, branch, doc, activity }): Signal[] => {
    if (!doc) return [];
    const place = { window, branch, doc };
    const last = Math.max(start + 501, end);
    return activity === 'coding'
      ? [edit(place, start), edit(place, last)]
      : [
          { ...place, kind: 'open', at: start, view: null },
          { ...place, kind: 'read', at: last, view: null },
        ];
  });
}

function edit(
  place: Pick<Signal, 'window' | 'branch'> & { doc: NonNullable<Signal['doc']> },
  at: number,
): Signal {
  return { ...place, kind: 'edit', at, inserted: 1, deleted: 0, origin: 'typed' };
}
