import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { Signal } from '../../src/core/activity/signal.ts';
import type { Finding, Transition } from '../../src/core/rules/finding.ts';
import { FindingList } from '../../src/runtime/backtest.ts';
import { Recorder } from '../../src/runtime/recorder.ts';
import { RuleFeed, settledUntil } from '../../src/runtime/ruleFeed.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { failTest, SHORT_RULES } from './shortRules.ts';

const MINUTE = 60_000;
/** By then everything is over, however long a finding is kept. */
export const AFTER_MS = 3 * 60 * MINUTE;

/** Something that is done with a record while it grows. */
export interface Deed {
  readonly at: number;
  readonly act: (store: Store) => void;
}

/**
 * Records signals and lets the short rules follow: every so many minutes, up to where nothing can change any more, and anew where
 * the record was corrected. Both lists are in order of time. `lateMs`: so late does a window write what happened.
 */
export async function live(
  signals: readonly Signal[],
  everyMinutes: number,
  { deeds = [], lateMs = 0 }: { readonly deeds?: readonly Deed[]; readonly lateMs?: number } = {},
): Promise<{ findings: Finding[]; store: Store }> {
  const store = await openStore(':memory:');
  const recorder = new Recorder({ write: batch => store.write(batch), offsetAt: () => 0 });
  let found = new FindingList();
  let feed: RuleFeed | null = null;
  const begin = () => {
    found = new FindingList();
    const onTransition = (transition: Transition) => {
      found.add(transition);
    };
    const options = { ...SHORT_RULES, from: -Infinity, onFailure: failTest, onTransition };
    return RuleFeed.begin({ store, calendar: zoneCalendar('UTC') }, options);
  };
  const follow = (now: number) => {
    recorder.flush();
    if (!feed || feed.isOutdated) feed = begin();
    Array.from(feed?.advance(settledUntil(now)) ?? []);
  };
  const start = signals[0]?.at ?? 0;
  const end = (signals.at(-1)?.at ?? 0) + AFTER_MS;
  const record = signals.map(signal => ({ at: signal.at + lateMs, act: () => recorder.record(signal) }));
  const looks = Array.from({ length: Math.ceil((end - start) / MINUTE / everyMinutes) }, (_, i) => {
    const at = start + (i + 1) * everyMinutes * MINUTE;
    return { at, act: () => follow(at) };
  });
  for (const { act } of [...record, ...deeds, ...looks].sort((a, b) => a.at - b.at)) act(store);
  follow(end);
  return { findings: found.from(-Infinity), store };
}
