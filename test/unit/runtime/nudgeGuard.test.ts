import assert from 'node:assert/strict';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { Entry } from '../../../src/core/nudges/past.ts';
import type { Level } from '../../../src/core/nudges/raised.ts';
import { PING_PONG } from '../../../src/core/rules/builtIn/pingPong.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { fallsSince } from '../../../src/runtime/nudgeGuard.ts';
import { levelEntries } from '../../../src/runtime/nudgeLevels.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, DAY, HOUR, IDLE_AFTER, MINUTE, NINE, span } from '../store/builders.ts';

const RULES = { idleAfterMs: IDLE_AFTER };
const DEEP_MS = 25 * MINUTE;
const calendar = zoneCalendar('UTC');
const RAISED: Entry = {
  ...{ kind: 'rule', at: NINE, rule: PING_PONG.id },
  word: { kind: 'levelSet', from: 'panel', to: 'toast' },
};

/** Days of two hours of work, in one block or in bits of ten minutes. */
function work(store: Store, day: number, isDeep: boolean): void {
  const start = NINE + day * DAY;
  const bits = Array.from({ length: 12 }, (_, i) => {
    const from = start + i * 10 * MINUTE;
    return span({ start: from, end: from + 10 * MINUTE, project: isDeep || i % 2 === 0 ? 'shop' : 'tools' });
  });
  store.write(batch({ spans: bits }));
  store.sealDay(calendar.dayAt(start), RULES, slice => computeDays(slice, calendar, RULES)[0]);
}

describe('the guard', () => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(':memory:');
  });
  afterEach(() => {
    store.close();
  });

  const falls = (entries: readonly Entry[]) => fallsSince(entries, { store, calendar }, DEEP_MS);

  it('tells both figures where deep time fell after a rule was raised', () => {
    for (let day = 1; day <= 12; day++) {
      work(store, -day, true);
      work(store, day, false);
    }
    const [fall] = falls([RAISED]);
    assert.deepEqual([fall?.beforeMs, fall?.sinceMs], [2 * HOUR, 0]);
    assert.deepEqual([fall?.daysBefore, fall?.daysSince], [12, 12]);
  });

  it('says nothing where it did not, or no rule was raised', () => {
    for (let day = 1; day <= 12; day++) {
      work(store, -day, true);
      work(store, day, true);
    }
    assert.deepEqual(falls([RAISED]), []);
    assert.deepEqual(falls([]), []);
  });
});

describe('levels of rules', () => {
  const ready = (level: Level) => [{ rule: PING_PONG, level, values: {} }];
  const known = (level: Level) => new Map([[PING_PONG.id, level]]);

  it('that were set anew are the user’s word', () => {
    assert.deepEqual(levelEntries(ready('toast'), known('panel'), NINE).entries, [RAISED]);
    assert.deepEqual(levelEntries(ready('toast'), known('toast'), NINE).entries, []);
  });

  it('are held against the rule’s own where none is known', () => {
    assert.deepEqual(levelEntries(ready('toast'), new Map(), NINE), {
      entries: [RAISED],
      firsts: ready('toast'),
    });
    assert.deepEqual(levelEntries(ready('panel'), new Map(), NINE).entries, []);
  });
});
