import type { Signal } from '../../src/core/activity/signal.ts';
import type { CheckIn } from '../../src/core/messages/checkIn.ts';
import { addItem, moveItem } from '../../src/core/queue/actions.ts';
import { addDays } from '../../src/core/queue/plainDate.ts';
import { quickAdd } from '../../src/core/queue/quickAdd.ts';
import type { Store } from '../../src/store/store.ts';
import { plausibleDay } from '../support/plausibleDay.ts';
import { git, queue } from '../support/signals.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKS = 6;

/** The lines of the queue; `days`, `from` and `to`: for how many days back, and at which hours, each was worked on. */
const LINES = [
  { line: 'Idle rule: recompute history #feature ~12h !high @doing', days: 3, from: 8.3, to: 12.2 },
  { line: 'Review: invoice rounding #review ~1h', days: 0, from: 13.1, to: 14.35 },
  { line: 'Try the rule form on my own record #exploration ~4h @next', days: 2, from: 13.1, to: 13.9 },
  { line: 'Two windows end one session twice #bug ~2h !high due:fri @next', days: -1, from: 0, to: 0 },
  { line: 'Name the rules by what they see #maintenance ~30m @next', days: -1, from: 0, to: 0 },
  { line: 'Export loses the last row of a long week', days: -1, from: 0, to: 0 },
] as const;
const DONE = 'A-2';
/** In work when the picture is taken, since this hour. */
const RUNNING = { key: 'A-1', since: 14.4 };

const WORDS: readonly (Omit<CheckIn, 'date'> & { readonly daysAgo: number })[] = [
  {
    daysAgo: 3,
    energy: 'fine',
    flow: 'low',
    satisfaction: 'fine',
    sentence: 'Meetings cut the afternoon in four.',
  },
  {
    daysAgo: 1,
    energy: 'low',
    flow: 'high',
    satisfaction: 'high',
    sentence: 'Finally saw why late rows broke the union.',
  },
];

/**
 * Some weeks of plausible work up to `now`, each day a little different. Weekends are free, but for the day of the week that it
 * is. `midnight` is that of today.
 */
export function shownSignals(midnight: number, now: number): Signal[] {
  const signals: Signal[] = [];
  for (let daysAgo = 7 * WEEKS; daysAgo >= 0; daysAgo--) {
    const start = midnight - daysAgo * DAY;
    const weekday = new Date(start + 12 * HOUR).getUTCDay();
    const isFree = daysAgo % 7 > 0 && (weekday === 0 || weekday === 6);
    if (!isFree) signals.push(...workday(start, daysAgo));
  }
  signals.push(queue(midnight + RUNNING.since * HOUR, RUNNING.key));
  return signals.filter(signal => signal.at <= now).sort((a, b) => a.at - b.at);
}

function workday(midnight: number, daysAgo: number): Signal[] {
  // Some days end early, and some lose an hour in the morning.
  const until = midnight + (daysAgo % 3 === 1 ? 13.9 : 17) * HOUR;
  const from = midnight + (daysAgo % 4 === 2 ? 8.9 : 0) * HOUR;
  const items = LINES.flatMap(({ days, from: begin, to }, index) =>
    daysAgo > days || (daysAgo < days && index > 0)
      ? []
      : [queue(midnight + begin * HOUR, keyOf(index)), queue(midnight + to * HOUR, keyOf(index), 'stop')],
  );
  const commits = [9.45, 12.15, 14.3].map((hour, index) =>
    git(midnight + hour * HOUR, { repo: 'andon', hash: `${daysAgo}${index}`.padStart(40, '0') }),
  );
  return [...plausibleDay(midnight), ...items, ...commits].filter(({ at }) => at >= from && at <= until);
}

/** Puts the items into a queue that is still empty, and what was said of some days. `today` is an ISO date. */
export function addShownWords(store: Store, today: string, now: number): void {
  LINES.forEach(({ line }, index) => {
    const at = now - (9 - index) * HOUR;
    store.tasks.change((items, newKey) => {
      const key = newKey();
      return addItem(items, quickAdd(line, today), { id: key, key, project: 'andon', at });
    });
  });
  store.tasks.change(items => {
    const item = items.get(DONE);
    return item ? moveItem(item, 'done', now - HOUR) : null;
  });
  for (const { daysAgo, ...said } of WORDS) {
    store.checkIns.say({ date: addDays(today, -daysAgo), ...said }, now - daysAgo * DAY);
  }
}

function keyOf(index: number): string {
  return `A-${index + 1}`;
}
