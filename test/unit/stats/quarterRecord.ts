import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { Signal } from '../../../src/core/activity/signal.ts';
import { DayKeeper } from '../../../src/runtime/dayKeeper.ts';
import { DaySealer } from '../../../src/runtime/daySealer.ts';
import { RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { Recorder } from '../../../src/runtime/recorder.ts';
import { StatsKeeper } from '../../../src/runtime/statsKeeper.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { edit } from '../../support/signals.ts';
import { item } from '../core/queue/builders.ts';
import { DAYS, midnightOf, quarter, ZONE } from './quarter.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Days before this one are sealed; what comes after them is read from rows. */
const SEALED = DAYS - 8;

export const IDLE_MS = 300_000;
export const DEEP_MS = 1_500_000;
export const PLAN_MS = 12 * HOUR;

/**
 * The quarter as the extension would have it: recorded, most days sealed, one of them changed by a late row since. The keepers
 * live on the last day.
 */
export async function recordQuarter(file: string, seed: number) {
  const signals = quarter(seed);
  const clock = new FakeClock(midnightOf(SEALED) + 12 * HOUR);
  const store = await openStore(file);
  const isEarly = ({ at }: Signal) => at < midnightOf(SEALED);
  write(store, signals.filter(isEarly));
  writeQueue(store);

  const problems: string[] = [];
  const onFailure = (what: string) => problems.push(what);
  const rules = () => ({ idleAfterMs: IDLE_MS, deepBlockMs: DEEP_MS, planMs: PLAN_MS });
  const yieldTurn = () => Promise.resolve();
  const keeper = new RecordKeeper({
    ...{ clock, onFailure, zone: () => ZONE, fileId: () => 'quarter' },
    ...{ eraseFiles: () => undefined, eraseCopies: () => undefined },
    open: () => Promise.resolve(store),
    checkSupport: () => Promise.resolve(),
  });
  await keeper.begin();
  const sealer = new DaySealer(keeper, { clock, rules, isLeading: () => true, yieldTurn, onFailure });
  await sealer.sealPast();
  sealer.dispose();

  write(
    store,
    signals.filter(signal => !isEarly(signal)),
  );
  const late = midnightOf(30) + 13 * HOUR;
  write(
    store,
    [0, 20_000, 40_000].map(ms => edit(late + ms, { window: 'late' })),
  );
  clock.advance((signals.at(-1)?.at ?? 0) - clock.now() + 60_000);

  const days = new DayKeeper(keeper, { clock, rules, zone: () => ZONE, onFailure });
  const stats = new StatsKeeper(keeper, days, {
    ...{ rules, yieldTurn, onFailure, zone: () => ZONE, sessionsIn: () => [], checkIns: () => [] },
    queue: () => ({ items: store.tasks.all(), usedMs: new Map([['i1', HOUR]]) }),
  });
  const close = () => {
    stats.dispose();
    days.dispose();
    keeper.dispose();
  };
  return { stats, today: days.today().local.date, problems, close };
}

function write(store: Store, signals: readonly Signal[]): void {
  const calendar = zoneCalendar(ZONE);
  const recorder = new Recorder({
    write: batch => store.write(batch),
    offsetAt: time => calendar.offsetAt(time),
  });
  signals.forEach((signal, i) => {
    recorder.record(signal);
    if (i % 5_000 === 4_999) recorder.flush();
  });
  recorder.flush();
}

/** Items done over the quarter, some at midnight, some dropped, some new ground. The one called "gone" the queue does not know. */
function writeQueue(store: Store): void {
  const items = Array.from({ length: 60 }, (_, i) => {
    const n = i + 1;
    const closedAt = midnightOf(Math.floor((i * DAYS) / 60)) + (i % 3 === 0 ? 0 : (i * DAY) / 61);
    return item({
      id: `i${n}`,
      key: `A-${n}`,
      title: `Item ${n}`,
      labels: i % 3 === 2 ? ['bug', 'exploration'] : ['bug'],
      state: i % 5 === 4 ? 'dropped' : n < 4 ? 'doing' : 'done',
      closedAt: n < 4 ? null : Math.round(closedAt),
      order: `i${String(n).padStart(6, '0')}`,
    });
  });
  store.tasks.change(() => ({ kind: 'all', changes: items.map(each => ({ kind: 'add', item: each })) }));
}
