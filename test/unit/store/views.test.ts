import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ACTIVITIES } from '../../../src/core/activity/span.ts';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { correcting } from '../../../src/store/correcting.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, fact, HOUR, IDLE_AFTER, MINUTE, NINE, span, tally } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

describe('the views for reading by hand', () => {
  it('answer the question that README asks of them', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const start = Date.now() - HOUR;
      store.write(batch({ spans: [span({ start, end: start + 12 * MINUTE })] }));
      store.close();
      const [, sql = ''] = /^sqlite3 andon\.sqlite "(.*)"$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
      const database = new DatabaseSync(path, { readOnly: true });
      const rows = database.prepare(sql).all();
      database.close();
      assert.deepEqual(
        rows.map(row => ({ ...row })),
        [{ project: 'shop', minutes: 12 }],
      );
    }));

  it('show names and local times', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const away = fact(NINE + 2 * HOUR, {
        kind: 'away',
        start: NINE + HOUR,
        end: NINE + 2 * HOUR,
        as: 'break',
      });
      store.write(
        batch({
          spans: [span(), span({ start: NINE + MINUTE, doc: null, project: null, branch: null })],
          facts: [fact(NINE, { kind: 'diagnostics', errors: 2 }, { path: 'src/cart.ts' }), away],
          tallies: [tally()],
        }),
      );
      const calendar = zoneCalendar('Europe/Berlin');
      const rules = { idleAfterMs: IDLE_AFTER };
      store.sealDay(calendar.dayAt(NINE), rules, slice => computeDays(slice, calendar, rules)[0]);
      store.close();

      const database = new DatabaseSync(path);
      const all = (view: string) =>
        database
          .prepare(`SELECT * FROM ${view}`)
          .all()
          .map(row => ({ ...row }));
      assert.deepEqual(all('spans')[0], {
        id: 1,
        start: '2026-11-23 10:00:00',
        until: '2026-11-23 10:01:00',
        seconds: 60,
        activity: 'coding',
        project: 'shop',
        path: 'src/cart.ts',
        language: 'typescript',
        branch: 'main',
        edits: 3,
        inserted: 20,
        deleted: 4,
        window: 'w1',
      });
      assert.equal(all('spans')[1]?.['path'], null);
      assert.deepEqual(all('events'), [
        {
          id: 1,
          at: '2026-11-23 10:00:00',
          kind: 'diagnostics',
          detail: '{"errors":2}',
          project: 'shop',
          path: 'src/cart.ts',
          branch: 'main',
          window: 'w1',
        },
      ]);
      assert.deepEqual(all('named_times'), [
        { id: 2, named: 'break', start: '2026-11-23 11:00:00', until: '2026-11-23 12:00:00', minutes: 60 },
      ]);
      assert.equal(all('edits')[0]?.['start'], '2026-11-23 10:00:00');
      assert.equal(all('edits')[0]?.['path'], 'src/cart.ts');
      assert.equal(all('days')[0]?.['date'], '2026-11-23');
      assert.equal(all('days')[0]?.['active_minutes'], 2);
      assert.deepEqual(
        all('activity').map(row => row['name']),
        [...ACTIVITIES],
      );
      database.close();
    }));

  it('show spans as corrected, and the corrections beside what was recorded', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const starts = [NINE, NINE + HOUR, NINE + 2 * HOUR];
      const ids = store.write(batch({ spans: starts.map(start => span({ start })) }));
      const key = (i: number) => ({ start: starts[i] ?? 0, id: ids[i] ?? 0 });
      store.part(correcting).change([key(0)], now => ({ ...now, isHidden: true }), NINE);
      store.part(correcting).change([key(1)], now => ({ ...now, project: 'tools', item: 'i7' }), NINE);
      store.close();

      const database = new DatabaseSync(path);
      const spans = database.prepare('SELECT id, project FROM spans ORDER BY start').all();
      assert.deepEqual(
        spans.map(row => ({ ...row })),
        [
          { id: ids[1], project: 'tools' },
          { id: ids[2], project: 'shop' },
        ],
      );
      const corrections = database
        .prepare(
          'SELECT start, is_deleted, recorded_project, given_project, given_item FROM corrections ORDER BY start',
        )
        .all();
      const recorded = { recorded_project: 'shop' };
      const asRecorded = { given_project: null, given_item: null };
      assert.deepEqual(
        corrections.map(row => ({ ...row })),
        [
          { start: '2026-11-23 10:00:00', is_deleted: 1, ...recorded, ...asRecorded },
          {
            start: '2026-11-23 11:00:00',
            is_deleted: 0,
            ...recorded,
            given_project: 'tools',
            given_item: 'i7',
          },
        ],
      );
      database.close();
    }));
});
