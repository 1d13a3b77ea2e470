import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { Signal } from '../../src/core/activity/signal.ts';
import { minutes, readSettings } from '../../src/core/settings.ts';
import { replay, type Replayed } from '../../src/runtime/replay.ts';
import { openStore } from '../../src/store/open.ts';

/** Replays signals through a real store in memory; settings without the `andon.` prefix. */
export async function replayLog(
  signals: readonly Signal[],
  zone = 'UTC',
  values: Readonly<Record<string, unknown>> = {},
): Promise<Replayed> {
  const store = await openStore(':memory:');
  const { settings } = readSettings(key => values[key]);
  try {
    return replay(signals, {
      write: batch => store.write(batch),
      slice: ({ start, end }) => store.slice(start, end, minutes(settings['idle.after'])).slice,
      facts: ({ start, end }) => store.standingFacts(start, end),
      calendar: zoneCalendar(zone),
      settings,
      onRuleFailure: (rule, error) => {
        throw new Error(rule, { cause: error });
      },
    });
  } finally {
    store.close();
  }
}
