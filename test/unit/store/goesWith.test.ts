import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { goesWithProject, goesWithTime, projectsIn } from '../../../src/store/goesWith.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, HOUR, IDLE_AFTER, MINUTE, NINE, span } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

const MINUTES = fc.integer({ min: 0, max: 300 });

describe('what goes with what is forgotten', () => {
  it('is as many spans as are missing or shorter after it', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const spans = [0, 10, 60, 61, 200].map(at =>
        span({ start: NINE + at * MINUTE, end: NINE + (at + 5) * MINUTE }),
      );
      store.write(batch({ spans }));
      await fc.assert(
        fc.asyncProperty(MINUTES, MINUTES, async (from, length) => {
          const time = { start: NINE + from * MINUTE, end: NINE + (from + length + 1) * MINUTE };
          const touched = spans.filter(each => each.start < time.end && each.end > time.start);
          assert.equal((await goesWithTime(path, time)).spans, touched.length);
        }),
        { numRuns: 25 },
      );
      store.close();
    }));

  it('names the spans and the items of a project, and of no other', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const site = { project: 'site', doc: null };
      store.write(batch({ spans: [span(), span({ ...site, start: NINE + HOUR }), span(site)] }));
      assert.deepEqual(await goesWithProject(path, 'site'), {
        spans: 2,
        items: 0,
        sessions: 0,
        checkIns: 0,
      });
      assert.equal((await goesWithProject(path, 'nobody')).spans, 0);
      store.close();
    }));

  it('is chosen from every project in the record, with its active time on days that are over', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const calendar = zoneCalendar('Europe/Berlin');
      const rules = { idleAfterMs: IDLE_AFTER };
      store.write(batch({ spans: [span({ end: NINE + 20 * MINUTE })] }));
      store.sealDay(calendar.dayAt(NINE), rules, slice => computeDays(slice, calendar, rules)[0]);
      store.write(batch({ spans: [span({ start: NINE + 48 * HOUR, project: 'site', doc: null })] }));
      assert.deepEqual(await projectsIn(path), [
        { name: 'shop', sealedMs: 20 * MINUTE },
        { name: 'site', sealedMs: 0 },
      ]);
      store.close();
    }));
});
