import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, IDLE_AFTER } from './builders.ts';
import { BEGIN, RANDOM_RECORD, ZONE } from './randomRecord.ts';
import { DAY } from './builders.ts';

describe('a slice of the record', () => {
  const calendar = zoneCalendar(ZONE);
  const rules = { idleAfterMs: IDLE_AFTER };

  it('gives for each single day what all rows give', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(RANDOM_RECORD, async record => {
        const store = await openStore(':memory:');
        try {
          const ids = store.write(batch(record));
          const spans = record.spans.map((span, i) => ({ ...span, id: ids[i] ?? 0 }));
          const all = computeDays({ ...record, spans }, calendar, rules);
          for (let time = BEGIN - 3 * DAY; time < BEGIN + 12 * DAY;) {
            const { date, start, end } = calendar.dayAt(time);
            const { slice } = store.slice(start, end, IDLE_AFTER);
            const day = computeDays(slice, calendar, rules).find(each => each.date === date);
            assert.deepEqual(
              day,
              all.find(each => each.date === date),
              date,
            );
            time = end;
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 300) },
    );
  });
});
