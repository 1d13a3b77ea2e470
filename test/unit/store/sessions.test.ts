import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  transition,
  type Session,
  type SessionEvent,
  type SessionStart,
} from '../../../src/core/focus/session.ts';
import { APPLICATION_ID } from '../../../src/store/migrate.ts';
import { MIGRATION_001 } from '../../../src/store/migrations/001.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { batch, DAY, HOUR, IDLE_AFTER, MINUTE, NINE, span } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

const SECRET = 'intention-palimpsest';

function start(minutes: number | null = 25, overrides: Partial<SessionStart> = {}): SessionEvent {
  const session = {
    kind: minutes === null ? 'flow' : 'countdown',
    plannedMs: minutes === null ? null : minutes * MINUTE,
    intention: SECRET,
    item: null,
    round: null,
    bootAt: NINE - HOUR,
    ...overrides,
  } as const;
  return { kind: 'start', session };
}

function change(store: Store, event: SessionEvent, at = NINE): Session | null {
  return store.sessions.change(last => transition(last, event, at), 60).after;
}

const end: SessionEvent = { kind: 'end', id: 1, outcome: 'done', word: 'calm' };

describe('focus sessions in the store', () => {
  it('come back as they were written', async () => {
    const store = await openStore(':memory:');
    assert.equal(store.sessions.last(), null);
    const started = change(store, start());
    assert.equal(started?.id, 1);
    assert.deepEqual(store.sessions.last(), started);
    const paused = change(store, { kind: 'pause' }, NINE + MINUTE);
    assert.deepEqual(store.sessions.last(), { ...started, pausedAt: NINE + MINUTE });
    assert.deepEqual(store.sessions.last(), paused);
    const ended = change(store, end, NINE + 2 * MINUTE);
    assert.deepEqual(store.sessions.last(), ended);
    assert.equal(change(store, start(null))?.id, 2);
    store.close();
  });

  it('are at most one at a time, whatever a window writes', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const [one, two] = [await openStore(path), await openStore(path)];
      change(one, start());
      assert.deepEqual(change(two, start(50)), one.sessions.last());
      assert.throws(() => two.sessions.change(() => transition(null, start(50), NINE), 60));
      assert.equal(two.sessions.last()?.plannedMs, 25 * MINUTE);
      one.close();
      two.close();
    }));

  it('end once: a second end changes nothing', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const [one, two] = [await openStore(path), await openStore(path)];
      const open = change(one, start());
      const passed: SessionEvent = { kind: 'timePassed', isBreakpoint: true, softLandingMs: 0 };
      const first = one.sessions.change(last => transition(last, passed, NINE + 25 * MINUTE), 60);
      const second = two.sessions.change(last => transition(last, passed, NINE + 26 * MINUTE), 60);
      assert.equal(first.before?.endedAt, null);
      assert.equal(second.before?.endedAt, NINE + 25 * MINUTE);
      assert.equal(second.after, second.before);
      // Even one that decides on what it read long ago.
      two.sessions.change(() => ({ ...open!, endedAt: NINE + HOUR, outcome: 'more' }), 60);
      assert.deepEqual(one.sessions.last(), first.after);
      one.close();
      two.close();
    }));

  it('can be read by hand, in local time', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      change(store, start());
      change(store, end, NINE + 20 * MINUTE);
      store.close();
      const database = new DatabaseSync(path);
      assert.deepEqual(
        { ...database.prepare('SELECT * FROM sessions').get() },
        {
          id: 1,
          start: '2026-11-23 10:00:00',
          until: '2026-11-23 10:20:00',
          minutes: 20,
          planned_minutes: 25,
          paused_minutes: 0,
          kind: 'countdown',
          round: null,
          outcome: 'done',
          word: 'calm',
          intention: SECRET,
          item: null,
          interrupted_by: '[]',
        },
      );
      database.close();
    }));

  it('keep the round, the item and what interrupted them', async () => {
    const store = await openStore(':memory:');
    const begun = change(store, start(25, { kind: 'pomodoro', round: 3, item: 'i1' }));
    assert.deepEqual([begun?.kind, begun?.round, begun?.item], ['pomodoro', 3, 'i1']);
    change(store, { kind: 'interrupted', reasons: ['idea', 'asked'] });
    assert.deepEqual(store.sessions.last()?.reasons, ['asked', 'idea']);
    store.close();
  });

  it('leave breaks out of what is focus', async () => {
    const store = await openStore(':memory:');
    change(store, start(25, { kind: 'pomodoro', round: 1 }));
    change(store, end, NINE + 25 * MINUTE);
    change(store, start(5, { kind: 'break', round: 1 }), NINE + 26 * MINUTE);
    assert.equal(store.sessions.last()?.kind, 'break');
    assert.equal(store.sessions.lastFocus()?.id, 1);
    const ids = store.sessions.between({ start: NINE, end: NINE + HOUR }).map(({ id }) => id);
    assert.deepEqual(ids, [1]);
    store.close();
  });

  it('are those that reach into a time', async () => {
    const store = await openStore(':memory:');
    change(store, start());
    change(store, end, NINE + 20 * MINUTE);
    const during = (from: number, to: number) => store.sessions.between({ start: from, end: to }).length;
    assert.equal(during(NINE - HOUR, NINE), 0);
    assert.equal(during(NINE + 19 * MINUTE, NINE + HOUR), 1);
    assert.equal(during(NINE + 20 * MINUTE, NINE + HOUR), 0);
    change(store, start(), NINE + HOUR);
    assert.equal(during(NINE + 3 * HOUR, NINE + 4 * HOUR), 1);
    store.close();
  });

  it('take a word once they are over, and one only', async () => {
    const store = await openStore(':memory:');
    change(store, start());
    store.sessions.say(1, { outcome: 'done', word: 'too early', reasons: [] });
    assert.equal(store.sessions.last()?.outcome, null);
    change(store, { kind: 'timePassed', isBreakpoint: true, softLandingMs: 0 }, NINE + 25 * MINUTE);
    store.sessions.say(1, { outcome: 'more', word: 'calm', reasons: ['message'] });
    store.sessions.say(1, { outcome: 'done', word: 'late', reasons: [] });
    const { outcome, word, reasons } = store.sessions.last()!;
    assert.deepEqual([outcome, word, reasons], ['more', 'calm', ['message']]);
    store.close();
  });

  it('are erased with everything else', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      change(store, start());
      await store.scrub();
      assert.equal(store.sessions.last(), null);
      assert.equal(readFileSync(path).includes(SECRET), false);
      // A number is not given twice: another window may still hold the old one.
      assert.equal(change(store, start())?.id, 2);
      store.close();
    }));

  it('are added to a record of the first version, which keeps what it holds', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const old = new DatabaseSync(path);
      old.exec(`${MIGRATION_001}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1;
        INSERT INTO meta VALUES ('paused', 'yes')`);
      old.close();
      const store = await openStore(path);
      assert.equal(store.getMeta('paused'), 'yes');
      assert.equal(store.sessions.last(), null);
      store.write(batch({ spans: [span()] }));
      assert.equal(store.slice(NINE, NINE + DAY, IDLE_AFTER).slice.spans.length, 1);
      assert.equal(change(store, start())?.id, 1);
      store.close();
    }));
});
